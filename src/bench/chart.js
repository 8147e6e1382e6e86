// A bar chart as SVG: the requests per second of each server for each operation; the best peer is 1.
import { median } from './report.js'

const COLOURS = ['#1d4ed8', '#60a5fa', '#9ca3af', '#6b7280', '#b45309', '#d97706', '#047857', '#a21caf']
const BAR = 16
const LEFT = 190
const WIDTH = 620

/**
 * @param groups list of { title, base, bars: [{ name, rates }] }; rates are those of the rounds, and base is the rate shown as 1
 * @param title title of the chart
 */
export function chart(title, groups) {
  const names = [...new Set(groups.flatMap(group => group.bars.map(bar => bar.name)))]
  const most = Math.max(...groups.flatMap(group => group.bars.flatMap(bar => Math.max(...bar.rates) / group.base)))
  const scale = WIDTH / most
  const parts = []
  let y = 40
  for (const group of groups) {
    parts.push(text(10, y + 12, group.title, 'font-weight="bold"'))
    y += BAR + 4
    for (const { name, rates } of group.bars) {
      const middle = median(rates)
      const length = value => (value / group.base * scale).toFixed(1)
      parts.push(text(LEFT - 8, y + 12, name, 'text-anchor="end"'))
      parts.push(`<rect x="${LEFT}" y="${y + 1}" width="${length(middle)}" height="${BAR - 3}" fill="${COLOURS[names.indexOf(name) % COLOURS.length]}"/>`)
      parts.push(`<path d="M${LEFT + Number(length(Math.min(...rates)))} ${y + BAR / 2 - 0.5}H${LEFT + Number(length(Math.max(...rates)))}" stroke="black"/>`)
      parts.push(text(LEFT + Number(length(Math.max(...rates))) + 6, y + 12, `${(middle / group.base).toFixed(2)} (${middle.toFixed(0)}/s)`))
      y += BAR
    }
    y += 10
  }
  const one = LEFT + scale
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDTH + 130}" height="${y + 10}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
${text(10, 20, title, 'font-size="15"')}
<path d="M${one} 32V${y}" stroke="#999" stroke-dasharray="3 3"/>
${parts.join('\n')}
</svg>
`
}

function text(x, y, content, attributes = '') {
  return `<text x="${x}" y="${y}" ${attributes}>${content.replace(/[<>&]/g, sign => `&#${sign.charCodeAt(0)};`)}</text>`
}
