/** More is no list of colleagues. */
export const LARGEST_LIST = 2_000_000;

/** The text of a CSV file: UTF-8, or what Excel on Windows writes when nobody tells it otherwise. */
export async function textOfFile(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
