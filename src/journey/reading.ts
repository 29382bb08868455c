import type { ActionContract } from './contract.ts'
import type { Marks } from './marks.ts'
import type { Report } from './problem.ts'
import type { SitePaths } from './site-paths.ts'
import type { FileReader } from './source.ts'

/** What other journeys may know of one. */
export interface JourneyHead {
  readonly id: string
  /** Facts that going through it earns. */
  readonly gives: readonly string[]
  /** What a caller may hand over; not known where its flow cannot be read. */
  readonly takes?: readonly string[]
}

export type ContractTable = ReadonlyMap<string, ActionContract>

/** What reading one journey works with. */
export interface Reading {
  readonly id: string
  /** In which its words are read. */
  readonly language: string
  readonly report: Report
  readonly marks: Marks
  readonly files: FileReader
  readonly contracts: ContractTable
  readonly journeys: Pick<ReadonlyMap<string, JourneyHead>, 'get' | 'has' | 'keys'>
  /** All facts that there are for this journey → the keys that each carries. */
  readonly facts: ReadonlyMap<string, ReadonlySet<string>>
  /** Keys of `account.<key>`. */
  readonly account: ReadonlySet<string>
  /** Where links may lead; undefined: nobody can tell. */
  readonly paths: SitePaths | undefined
  /** What the environment adds to `config.<key>`. */
  readonly environment: Readonly<Record<string, string>>
}
