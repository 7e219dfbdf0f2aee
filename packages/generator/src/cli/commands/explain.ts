import { CATALOG } from "../../diagnostics/catalog.ts";
import { unknownCode } from "../../diagnostics/catalog/command-line.ts";
import { placeless } from "../../diagnostics/finding.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { EXIT } from "../exit.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { printFindings } from "../print-findings.ts";

/** `specwright explain CODE` */
export function explain(code: string, { reporter }: Options, io: Io): number {
  const explanation = CATALOG.get(code);
  if (explanation === undefined) {
    const guess = nearest(code, CATALOG.keys());
    printFindings(placeless([unknownCode(code, guess)]), reporter, io);
    return EXIT.usage;
  }
  io.stdout.write(
    reporter === "json"
      ? `${JSON.stringify({ code, explanation })}\n`
      : `${code}\n\n${explanation}\n`,
  );
  return EXIT.done;
}
