import { PROBLEMS } from './codes.ts'
import { readDuration } from './duration.ts'
import { helpWith, meantOf } from './nearest.ts'
import type { Report } from './problem.ts'
import { quoted } from './quoted.ts'
import { isListOfMaps } from './read-map.ts'
import { type Node, type ScalarNode, writtenOf } from './tree.ts'

/** Words of the author. Where YAML saw something else, that is reported with the text in quotes. */
export function readText(node: Node | undefined, what: string, report: Report): string | undefined {
  if (!node) return undefined
  if (node.is !== 'scalar') return refuseWords(node, what, report)
  if (node.absent || node.value === '') {
    report(
      PROBLEMS.wrongValue,
      node,
      `There are no words for ${what}.`,
      'Write them, or leave the key out.',
    )
    return undefined
  }
  if (typeof node.value !== 'string') {
    const read = node.value === null ? 'nothing' : `a ${typeof node.value}`
    const help = `Put quotes around it: ${quoted(writtenOf(node))}`
    report(
      PROBLEMS.needsQuotes,
      node,
      `Words were meant for ${what}, and YAML reads ${read}.`,
      help,
    )
    return undefined
  }
  warnOfComment(node, report)
  return node.value
}

function refuseWords(node: Exclude<Node, ScalarNode>, what: string, report: Report): undefined {
  if (isListOfMaps(node)) {
    const message = `${capital(what)} cannot depend on an answer: it is said where there are none.`
    report(PROBLEMS.wrongType, node, message, 'Write one text.')
    return undefined
  }
  const read = node.is === 'map' ? 'a map' : 'a list'
  const words =
    node.is === 'map' && !node.braces ? `${writtenOf(node).split('\n')[0]}` : writtenOf(node)
  const help = `Put quotes around it: ${quoted(words)}`
  report(PROBLEMS.needsQuotes, node, `Words were meant for ${what}, and YAML reads ${read}.`, help)
  return undefined
}

function warnOfComment(node: ScalarNode, report: Report): void {
  if (node.cut === undefined) return
  const at = { source: node.source, start: node.end + 1, end: node.end + 1 + node.cut.length }
  const help = `If it belongs to the words, put quotes around all of them: ${quoted(`${writtenOf(node)} ${node.cut}`)}. If not, put two blanks before it.`
  report(PROBLEMS.cutByComment, at, 'YAML reads this as a comment, not as part of the words.', help)
}

/** A name: of a step, a field, an action … Anything but a map or list, as it is written. */
export function readName(node: Node | undefined, what: string, report: Report): string | undefined {
  if (!node) return undefined
  if (node.is === 'scalar' && !node.absent && node.value !== null)
    return typeof node.value === 'string' ? node.value : writtenOf(node)
  const found = node.is === 'scalar' ? 'nothing' : `a ${node.is}`
  report(PROBLEMS.wrongType, node, `One name was expected for ${what}, and there is ${found}.`)
  return undefined
}

/** One of a few words; of one that is misspelt, the one that was meant. */
export function readWord<const W extends string>(
  node: Node | undefined,
  valid: readonly W[],
  what: string,
  report: Report,
): W | undefined {
  const name = readName(node, what, report)
  if (!node || name === undefined) return undefined
  const found = valid.find((one) => one === name)
  if (found === undefined)
    report(
      PROBLEMS.wrongValue,
      node,
      `"${name}" is not a value of ${what}.`,
      helpWith(name, valid, 'values'),
    )
  return found ?? valid.find((one) => one === meantOf(name, valid))
}

export function readBoolean(
  node: Node | undefined,
  what: string,
  report: Report,
): boolean | undefined {
  if (!node) return undefined
  if (node.is === 'scalar' && typeof node.value === 'boolean') return node.value
  report(
    PROBLEMS.wrongType,
    node,
    `${capital(what)} is true or false.`,
    'Write true or false, without quotes.',
  )
  return undefined
}

/** Milliseconds, of "90 days", "1 hour". */
export function readTime(node: Node | undefined, what: string, report: Report): number | undefined {
  const text = node && node.is === 'scalar' && node.value !== null ? writtenText(node) : undefined
  const found = text === undefined ? undefined : readDuration(text)
  if (node && found === undefined) {
    const help =
      'Write a whole number and seconds, minutes, hours, days, weeks, months or years, as in "90 days".'
    report(PROBLEMS.wrongValue, node, `A length of time was expected for ${what}.`, help)
  }
  return found
}

function writtenText(node: ScalarNode): string {
  return typeof node.value === 'string' ? node.value : writtenOf(node)
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u

/** Reports an id that is not kebab-case. */
export function checkId(id: string, what: string, at: Parameters<Report>[1], report: Report): void {
  if (id in Object.prototype) {
    const help = 'Every object of JavaScript has one. Give it another id.'
    report(PROBLEMS.badName, at, `"${id}" cannot be the id of ${what}.`, help)
  }
  if (ID.test(id)) return
  const better = id
    .replace(/([a-z0-9])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
  report(
    PROBLEMS.badName,
    at,
    `"${id}" cannot be the id of ${what}.`,
    `Write small letters, digits and hyphens: "${better}".`,
  )
}
