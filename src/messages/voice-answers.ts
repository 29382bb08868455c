/** The words of a call that the engine says itself. */
export interface VoiceWords {
  /** As in `lang`: `en-GB`. */
  readonly language: string
  /** Plivo's name of the voice. */
  readonly voice: string
  readonly pressed: string
  readonly wrongKey: string
  readonly noKey: string
}

const ENGLISH_VOICE: VoiceWords = {
  language: 'en-GB',
  voice: 'Polly.Amy',
  pressed: 'Thank you. Now go back to the page that you came from. Goodbye.',
  wrongKey: 'That was not the hash key. You can ask for another call on the page. Goodbye.',
  noKey: 'No key was pressed. You can ask for another call on the page. Goodbye.',
}

const WELSH_VOICE: VoiceWords = {
  language: 'cy-GB',
  voice: 'Polly.Gwyneth',
  pressed: 'Diolch. Nawr ewch yn ôl i’r dudalen y daethoch ohoni. Hwyl fawr.',
  wrongKey: 'Nid y botwm hash oedd hwnnw. Gallwch ofyn am alwad arall ar y dudalen. Hwyl fawr.',
  noKey: 'Ni phwyswyd botwm. Gallwch ofyn am alwad arall ar y dudalen. Hwyl fawr.',
}

/** What the engine says in a call in a language; in English where it does not speak that. */
export function voiceIn(language: string | undefined): VoiceWords {
  return language === 'cy' ? WELSH_VOICE : ENGLISH_VOICE
}

/** Seconds in which a key must be pressed before we hang up (R-TEL-06). */
const KEY_SECONDS = '10'

/** Plivo's XML for a call that was answered: says `text`, waits for one key, and posts it to `stepUrl`. */
export async function answerXml(
  text: string,
  stepUrl: string,
  words = ENGLISH_VOICE,
): Promise<string> {
  const response = await createResponse()
  // The hash key would end the input and not be part of it, so no key ends it.
  const input = response.addGetInput({
    action: stepUrl,
    method: 'POST',
    inputType: 'dtmf',
    numDigits: '1',
    finishOnKey: '',
    executionTimeout: KEY_SECONDS,
    digitEndTimeout: '5',
    redirect: 'true',
  })
  input.addSpeak(text, voiceOf(words))
  return endXml(response, words.noKey, words)
}

/** Plivo's XML for after a key: says how it went, and hangs up. */
export async function stepXml(isPressed: boolean, words = ENGLISH_VOICE): Promise<string> {
  return endXml(await createResponse(), isPressed ? words.pressed : words.wrongKey, words)
}

/** Plivo's XML for a call that nobody waits for any more. */
export async function hangUpXml(): Promise<string> {
  const response = await createResponse()
  response.addHangup({})
  return response.toXML()
}

function endXml(response: VoiceResponse, text: string, words: VoiceWords): string {
  response.addSpeak(text, voiceOf(words))
  response.addHangup({})
  return response.toXML()
}

function voiceOf({ language, voice }: VoiceWords): Attributes {
  return { language, voice }
}

type Attributes = Readonly<Record<string, string>>
/** The part of the SDK that is used here; it escapes what it is given. */
interface VoiceResponse {
  addGetInput(attributes: Attributes): { addSpeak(text: string, attributes: Attributes): void }
  addSpeak(text: string, attributes: Attributes): void
  addHangup(attributes: Attributes): void
  toXML(): string
}

async function createResponse(): Promise<VoiceResponse> {
  const { default: plivo } = await import('plivo')
  return plivo.Response() as VoiceResponse
}
