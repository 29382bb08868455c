import type { Shown } from '../fields/field.ts'
import { REMOVE_FILE } from '../fields/file.ts'
import { renderComponent, renderShown } from './components.ts'
import { renderTemplate } from './templates.ts'
import type { EngineWords } from './words.ts'

/** A file that is there already, and what a press that removes it says. */
interface ThereFile {
  readonly name: string
  readonly size: string
  readonly value: string
}

/** The box for files, between the files that are there (each with its "Remove") and the button that puts more in. */
export function renderFiles(shown: Shown, words: EngineWords): string {
  const { files, add, ...options } = shown.options
  const there = files as readonly ThereFile[]
  const button = add as { readonly name: string; readonly value: string; readonly text: string }
  return renderShown({
    component: 'file-upload',
    options: {
      ...options,
      formGroup: {
        ...(there.length > 0 && {
          beforeInput: {
            html: renderTemplate('parts/file-list', { files: there, name: REMOVE_FILE, words }),
          },
        }),
        ...(add !== undefined && {
          afterInput: {
            html: renderComponent('button', {
              ...button,
              classes: 'govuk-button--secondary fp-add-file',
            }),
          },
        }),
      },
    },
  })
}
