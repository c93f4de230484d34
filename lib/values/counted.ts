/** A number with its noun. @param many where one more letter does not make the plural */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
