/** `locales/cy.yaml` of a new journey. `words`: what it is called, which nobody can translate but its author. */
export function newJourneyInWelsh(words: string): string {
  return `# The words of this journey in Welsh. What is missing here is shown in the language of flow.yaml and schema.json.
flow:
  title: "Ffurflen: ${words}"
  steps:
    start:
      title: "Ffurflen: ${words}"
      content: |
        Defnyddiwch y ffurflen hon i … Mae’n cymryd tua 5 munud.
    check-answers:
      title: Gwiriwch eich atebion cyn i chi eu hanfon
      buttons.send:
        label: Anfon
        on.refused.error: "Nid oeddem yn gallu anfon hyn. Nid oes dim wedi’i golli: rhowch gynnig arall arni"
    done:
      title: Wedi’i anfon
      content: |
        Eich cyfeirnod yw **{reference}**.

        ## Beth fydd yn digwydd nesaf

        Byddwn yn …
schema:
  name:
    title: Beth yw eich enw?
    short: eich enw
    errorMessage.required: Rhowch eich enw
  contactBy:
    title: Sut y cawn gysylltu â chi?
    short: Sut y cawn gysylltu
    options: { email.title: Drwy e-bost, post.title: Drwy’r post }
    errorMessage.required: Dewiswch sut y cawn gysylltu â chi
  email:
    title: Beth yw eich cyfeiriad e-bost?
    short: eich cyfeiriad e-bost
    errorMessage.required: Rhowch eich cyfeiriad e-bost
  note:
    title: A oes unrhyw beth y dylem ei wybod? (dewisol)
    short: Yr hyn y dylem ei wybod
`
}
