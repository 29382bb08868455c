/** What an email's HTML document is made of; `body` is safe HTML, the rest is text. */
export interface EmailDocument {
  readonly language: string
  readonly subject: string
  readonly body: string
}

/**
 * A plain document that is read as well by a screen reader as by an old mail program: language, title, one column, no
 * images (WCAG 3.1.1, 2.4.2, 1.4.10). Mail programs drop the head and know no classes, so the few styles are inline, and
 * the language stands on the element that they keep.
 */
export function wrapEmail({ language, subject, body }: EmailDocument): string {
  const [lang, title] = [escapeHtml(language), escapeHtml(subject)]
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body style="margin:0;background-color:#ffffff">
<div lang="${lang}" dir="auto" style="max-width:600px;margin:0 auto;padding:20px;background-color:#ffffff;color:#0b0c0c;font-family:Arial,Helvetica,sans-serif;font-size:19px;line-height:1.4">
${body.trim()}
</div>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
