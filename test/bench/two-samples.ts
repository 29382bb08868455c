/** The middle of what was measured. */
export function medianOf(sample: readonly number[]): number {
  const sorted = sample.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/**
 * How likely two samples differ by so much although they are of one kind: the two-sample Kolmogorov-Smirnov test, by its
 * asymptotic series, which is good from some 30 values on.
 */
export function likenessOf(one: readonly number[], other: readonly number[]): number {
  const [m, n] = [one.length, other.length]
  const partBelow = (sample: readonly number[], value: number) =>
    sample.filter((each) => each <= value).length / sample.length
  const distance = Math.max(
    ...[...one, ...other].map((value) => Math.abs(partBelow(one, value) - partBelow(other, value))),
  )
  const root = Math.sqrt((m * n) / (m + n))
  const lambda = (root + 0.12 + 0.11 / root) * distance
  if (lambda < 0.3) return 1
  const terms = Array.from({ length: 100 }, (_, index) => {
    const k = index + 1
    return (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda)
  })
  return Math.min(
    1,
    Math.max(
      0,
      terms.reduce((sum, term) => sum + term, 0),
    ),
  )
}
