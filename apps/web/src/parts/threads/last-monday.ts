/** The beginning of this week; on a Monday, when that would say little, of the week before. */
export function lastMonday(now: Date): Date {
  const daysBack = (now.getDay() + 6) % 7 || 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBack);
}
