/** What the signs of ASCII are called. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  (
    "!Bang \"Quote #Hash $Dollar %Percent &And 'Apostrophe (Open )Close *Star +Plus ,Comma -Minus .Dot /Slash :Colon " +
    ";Semicolon <Less =Equal >Greater ?Question @At [OpenBracket \\Backslash ]CloseBracket ^Caret _Underscore " +
    "`Backtick {OpenBrace |Pipe }CloseBrace ~Tilde"
  )
    .split(" ")
    .map((sign) => [sign.slice(0, 1), sign.slice(1)]),
);

/** A name for what holds no letter and no digit: `$` → `Dollar`, `<=` → `LessEqual`, `🎉` → `U1F389`. */
export function spelled(text: string): string {
  const name = (sign: string): string =>
    SIGNS.get(sign) ?? `U${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
  return Array.from(text.trim(), name).join("");
}
