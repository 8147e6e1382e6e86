-- The five operations of the benchmark, with variables that vary. Used by run.
-- wrk ... -s operations.lua URL -- OPERATION [same|revalidate]
--   varied variables unless told; same: always the same ones; revalidate: the same by GET, with the entity tag of the first
--   answer

local forces = {"avon-and-somerset", "bedfordshire", "cambridgeshire", "cheshire", "city-of-london", "cleveland", "cumbria",
  "derbyshire", "devon-and-cornwall", "dorset", "durham", "dyfed-powys", "essex", "gloucestershire", "greater-manchester",
  "gwent", "hampshire", "hertfordshire", "humberside", "kent", "lancashire", "leicestershire", "lincolnshire", "merseyside",
  "metropolitan", "norfolk", "north-wales", "north-yorkshire", "northamptonshire", "northumbria", "nottinghamshire",
  "south-wales", "south-yorkshire", "staffordshire", "suffolk", "surrey", "sussex", "thames-valley", "warwickshire",
  "west-mercia", "west-midlands", "west-yorkshire", "wiltshire"}
local cycles = {"2014", "2015", "2016", "2017", "2018/19"}
local days = {"2014-09-30", "2015-03-31", "2015-09-30"}

local function pick(list) return list[math.random(#list)] end

local operations = {
  force = {
    query = "query Force($force: String!) { force(name: $force) { name judgments { question { code pillar } state grade source { url publication { title } } } } }",
    variables = function() return '{"force":"' .. pick(forces) .. '"}' end,
  },
  forces = {
    query = "query Forces($cycle: String!, $first: Int!) { forces(first: $first) { nodes { name judgments(cycle: $cycle) { question { code } grade } organisedCrimeGroupCounts { metric { code } value missing comparator { value missing } } } } }",
    variables = function() return '{"cycle":"' .. pick(cycles) .. '","first":' .. math.random(20, 43) .. '}' end,
  },
  matrix = {
    query = "query Matrix($cycle: String!, $asOf: Date) { judgmentMatrix(cycle: $cycle, asOf: $asOf) { questions { code pillar } rows { force { slug } cells { state grade } } } }",
    variables = function() return string.format('{"cycle":"2015","asOf":"20%02d-%02d-%02d"}', math.random(17, 26), math.random(12), math.random(28)) end,
  },
  ranking = {
    query = "query Ranking($metric: String!, $day: Date!, $direction: SortDirection!) { ranking(metric: $metric, at: $day, direction: $direction) { rank observation { area { name } value missing } } }",
    variables = function() return '{"metric":"workforce.officers","day":"' .. pick(days) .. '","direction":"' .. pick({"ASCENDING", "DESCENDING"}) .. '"}' end,
  },
  observations = {
    query = "query Observations($area: [String!], $from: Date, $first: Int!) { observations(filter: { area: $area, from: $from }, first: $first) { nodes { metric { code unit } from to asAt value missing source { lineFrom publication { title } } } pageInfo { hasNextPage endCursor } } }",
    variables = function() return string.format('{"area":["%s","england-and-wales"],"from":"20%02d-01-01","first":%d}', pick(forces), math.random(9, 15), math.random(10, 50)) end,
  },
}

local operation, mode, body, path, tag

local function encoded(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

function init(args)
  operation = assert(operations[args[1]], "no such operation")
  mode = args[2] or "varied"
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  local variables = operation.variables()
  body = '{"query":"' .. operation.query .. '","variables":' .. variables .. '}'
  path = "/graphql?query=" .. encoded(operation.query) .. "&variables=" .. encoded(variables)
end

function request()
  if mode == "varied" then
    return wrk.format(nil, nil, nil, '{"query":"' .. operation.query .. '","variables":' .. operation.variables() .. '}')
  end
  if mode == "revalidate" then
    return wrk.format("GET", path, { ["If-None-Match"] = tag })
  end
  return wrk.format(nil, nil, nil, body)
end

function response(status, headers, answer)
  -- Only the first answer is read: reading them all would make wrk the bottleneck.
  if status ~= 200 and status ~= 304 or not tag and answer:find('"errors"', 1, true) then
    wrk.thread:stop()
    error("status " .. status .. ": " .. answer:sub(1, 300))
  end
  tag = tag or headers["etag"] or headers["ETag"] or headers["Etag"] or "none"
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %.0f/s median %.2f ms p99 %.2f ms errors %d\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
