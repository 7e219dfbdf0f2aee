/** JSON.stringify leaves DEL and the C1 controls as they are (RFC 8259, section 7 allows it); terminals obey them. */
export function escapeControls(json: string): string {
  return json.replace(
    /[\u007f-\u009f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
