// What was measured, as text for people.

export const median = numbers => {
  const sorted = numbers.filter(number => number !== null && !Number.isNaN(number)).sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Ratios round by round: their median, the smallest and the largest. */
export function ratios(rounds, base) {
  const each = rounds.map(({ round, rate }) => {
    const other = base.find(measured => measured.round === round)
    return other ? rate / other.rate : null
  }).filter(ratio => ratio !== null)
  return { median: median(each), least: Math.min(...each), most: Math.max(...each) }
}

const digits = (value, count) => value === null || value === undefined ? 'n/a' : value.toFixed(count)

export function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => String(row[column]).length)))
  const line = row => row.map((cell, i) => i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i])).join('  ').trimEnd()
  return [head, ...rows].map(line).join('\n')
}

/** One row for a server's rounds. */
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

export const LEGEND = `Medians of the rounds. CPU seconds for 1000 requests of the server and of PostgreSQL's processes; KiB that a JVM allocates for
a request (n/a: can't be asked); resident memory; SQL statements for a request + begin, commit and the like; cores that everything
else on the machine took meanwhile, which is to be near 0.`

export const ratioText = ({ median, least, most }) => `${digits(median, 2)} (${digits(least, 2)} to ${digits(most, 2)})`
