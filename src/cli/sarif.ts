import type { Problem } from '../journey/problem.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/** Problems as SARIF 2.1.0, which code hosts and editors show beside the lines. */
export function sarifOf(problems: readonly Problem[]): string {
  const codes = [...new Set(problems.map(({ code }) => code))].sort()
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'footpath check',
            rules: codes.map((id) => ({ id, help: { text: `npx footpath explain ${id}` } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map(resultOf),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf({ code, severity, file, line, column, message, help, witness }: Problem): object {
  const way = witness ? `\nWhen: ${witness.words}` : ''
  return {
    ruleId: code,
    level: severity,
    message: { text: `${message}${help ? `\n${help}` : ''}${way}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
    ...(witness && { properties: { witness } }),
  }
}
