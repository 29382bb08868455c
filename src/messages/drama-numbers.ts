/**
 * Numbers that Ofcom keeps free for drama: nobody has them, so development and tests may use them, and nothing that costs
 * money is sent to them.
 */
const DRAMA_NUMBER =
  /^\+44(?:7700900|1632960|(?:113|114|115|116|117|118|121|131|141|151|161)4960|1914980|2079460|2890180|2896496|2920180|3069990|8081570|9098790)\d+$/u

/** Whether an E.164 number is one of them. */
export function isDramaNumber(number: string): boolean {
  return DRAMA_NUMBER.test(number)
}
