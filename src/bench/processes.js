// CPU seconds and resident memory of processes and their children, as reported by Linux.
import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

function stat(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in parentheses may contain spaces.
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** A process and all its descendants. */
export function tree(pid) {
  const children = new Map()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const parent = Number(stat(entry)[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
    } catch {
      // The process has ended in the meantime.
    }
  }
  const all = [pid]
  for (const one of all) all.push(...(children.get(one) ?? []))
  return all
}

/** CPU seconds of a process and all its descendants, including ended children. */
export function totalCpu(pid) {
  let ticks = 0
  for (const one of tree(pid)) {
    try {
      const fields = stat(one)
      ticks += Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])
    } catch {
      // The process has ended in the meantime.
    }
  }
  return ticks / TICKS
}

/** CPU seconds of this process and of its ended children, which generate the load. */
export function ownCpu() {
  const fields = stat(process.pid)
  return (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / TICKS
}

/** CPU seconds of the whole machine. */
export function machineCpu() {
  const [user, nice, system, , , interrupts, softInterrupts] =
    readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number)
  return (user + nice + system + interrupts + softInterrupts) / TICKS
}

/** Resident bytes of a process and all its descendants. */
export function resident(pid) {
  let bytes = 0
  for (const one of tree(pid)) {
    bytes += 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? 0)
  }
  return bytes
}

/** Asks JVMs how many bytes they have allocated since their start. */
export class Allocations {
  #process
  #answers

  constructor(java) {
    this.#process = spawn(java, ['-Xmx64m', new URL('Allocated.java', import.meta.url).pathname],
      { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]()
  }

  async bytes(pid) {
    this.#process.stdin.write(`${pid}\n`)
    const { value } = await this.#answers.next()
    return Number(value)
  }

  stop() {
    this.#process.stdin.end()
  }
}

/** The services that a command line names, NAME=COMMAND each, whose commands are split at blanks. */
export function namedCommands(positionals, example) {
  if (positionals.length === 0) throw new Error(`Name at least one service: ${example}`)
  return positionals.map(text => {
    const [name, ...command] = text.split('=')
    return { name, command: command.join('=').split(' ') }
  })
}
