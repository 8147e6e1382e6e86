// Formats measurements as text.

export const median = numbers => {
  const sorted = numbers.filter(number => number !== null && !Number.isNaN(number)).sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Ratios of two series of rounds, round by round: median, minimum and maximum; null if there are no common rounds. */
export function ratios(rounds, base, of = ({ rate }) => rate) {
  const each = rounds.map(one => {
    const other = base.find(({ round }) => round === one.round)
    const ratio = other && of(one) / of(other)
    return Number.isFinite(ratio) ? ratio : null
  }).filter(ratio => ratio !== null)
  return each.length === 0 ? null : { median: median(each), least: Math.min(...each), most: Math.max(...each) }
}

/** CPU seconds per 1000 requests, of the server and of PostgreSQL together. */
export const allCpu = ({ cpuPer1000, postgresCpuPer1000 }) => cpuPer1000 + postgresCpuPer1000

const digits = (value, count) => value === null || value === undefined ? 'n/a' : value.toFixed(count)

export function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => String(row[column]).length)))
  const line = row => row.map((cell, i) => i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i])).join('  ').trimEnd()
  return [head, ...rows].map(line).join('\n')
}

/** One row with the medians of a server's rounds. */
export function row(name, rounds, statements) {
  const of = property => median(rounds.map(measured => measured[property]))
  return [
    name,
    digits(of('rate'), 0),
    digits(of('p50'), 2), digits(of('p90'), 2), digits(of('p99'), 2),
    digits(of('cpuPer1000'), 3), digits(of('postgresCpuPer1000'), 3),
    of('allocated') === null ? 'n/a' : digits(of('allocated') / 1024, 0),
    of('resident') === null ? 'n/a' : digits(of('resident') / 1048576, 0),
    statements ? `${digits(statements.queries, 1)}+${digits(statements.control, 1)}` : 'n/a',
    digits(of('others'), 2)
  ]
}

export const HEAD = ['server', 'req/s', 'p50 ms', 'p90 ms', 'p99 ms', 'CPU s/1000', 'PG CPU s/1000', 'KiB/req', 'RSS MiB', 'statements', 'others']

export const LEGEND = `Medians of the rounds: CPU seconds per 1000 requests of the server and of PostgreSQL; KiB that a JVM allocates per request (n/a for
other servers); resident memory; SQL statements per request + statements such as begin and commit; "others": cores used by everything
else on the machine, which should be near 0.`

export const ratioText = ratio => ratio ? `${digits(ratio.median, 2)} (${digits(ratio.least, 2)} to ${digits(ratio.most, 2)})` : 'n/a'
