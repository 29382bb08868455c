import { expect, it } from 'vitest'
import { checked, formsEdited } from './sound-forms.ts'

it.each(['text', 'smss', '[sms]'])(
  'a channel that cannot be read is told once, and nothing that would follow from another: %s',
  (channel) => {
    const { problems } = checked(
      formsEdited('_shared/messages/code.md', 'channel: sms', `channel: ${channel}`),
    )
    expect([...new Set(problems.map(({ file, line }) => `${file}:${line}`))]).toEqual([
      '_shared/messages/code.md:2',
    ])
    expect(problems).toHaveLength(1)
  },
)
