/** Puts the words that the page holds under `key` into one of its regions; without a key the region is silent. */
export function say(id: string, key?: string): HTMLElement | null {
  const region = document.getElementById(id)
  if (region) region.textContent = (key && region.dataset[key]) || ''
  return region
}
