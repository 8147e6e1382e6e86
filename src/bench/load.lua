-- Sends the bodies in a file, one per line, in random order: wrk ... -s load.lua URL -- FILE [same|revalidate] [RATE]
--   same: always the first body; revalidate: the first body by GET, with the entity tag of its answer
--   RATE: requests per second, evenly spaced; default: as many as are answered

local ffi = require("ffi")
ffi.cdef("typedef struct { long s; long ns; } moment; int clock_gettime(int, moment *);")

local bodies, mode, interval, due, tag, path, complained = {}, "varied", nil, nil, nil, nil, false

local function now() -- in milliseconds
  local moment = ffi.new("moment")
  ffi.C.clock_gettime(1, moment)
  return tonumber(moment.s) * 1e3 + tonumber(moment.ns) / 1e6
end

local function encoded(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

function init(args)
  for line in io.lines(args[1]) do bodies[#bodies + 1] = line end
  mode = args[2] or mode
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  math.randomseed(os.time())
  if args[3] then
    interval = 1000 / tonumber(args[3])
    -- wrk looks for this function before it sends requests.
    delay = function()
      local at = now()
      due = due and due + interval or at
      return math.max(0, math.floor(due - at + 0.5))
    end
  end
  if mode == "revalidate" then
    -- The bodies are {"query":"...","variables":{...}}, and a query contains no quotes.
    local query, variables = bodies[1]:match('^{"query":"(.-)","variables":(.*)}$')
    path = wrk.path .. "?query=" .. encoded(query) .. "&variables=" .. encoded(variables)
  end
end

function request()
  if mode == "revalidate" then
    return wrk.format("GET", path, { ["If-None-Match"] = tag })
  end
  return wrk.format(nil, nil, nil, bodies[mode == "same" and 1 or math.random(#bodies)])
end

function response(status, headers, answer)
  -- Only the first answer is read: reading all answers would make wrk the bottleneck.
  if not complained and (status ~= 200 and status ~= 304 or not tag and answer:find('"errors"', 1, true)) then
    complained = true
    io.stderr:write("status " .. status .. ": " .. answer:sub(1, 500) .. "\n")
  end
  tag = tag or headers["etag"] or headers["ETag"] or headers["Etag"] or "none"
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('RESULT {"requests":%d,"seconds":%.6f,"p50":%.3f,"p90":%.3f,"p99":%.3f,"max":%.3f,"errors":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(90) / 1000,
    latency:percentile(99) / 1000, latency.max / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
