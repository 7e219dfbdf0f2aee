import { CATALOG, CATALOG_GROUPS } from "../../diagnostics/catalog.ts";
import { unknownCode } from "../../diagnostics/catalog/command-line.ts";
import { placeless } from "../../diagnostics/finding.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { REMEDIES } from "../../diagnostics/remedies/index.ts";
import { EXIT } from "../exit.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { printFindings } from "../print-findings.ts";

/** `specwright explain [CODE]`: cause, fix and an example; without a code, all there are. */
export function explain(code: string, options: Options, io: Io): number {
  if (code === "") {
    io.stdout.write(options.reporter === "json" ? listJson() : list());
    return EXIT.done;
  }
  const explanation = CATALOG.get(code);
  if (explanation === undefined) {
    const guess = nearest(code, CATALOG.keys());
    printFindings(placeless([unknownCode(code, guess)]), options.reporter, io);
    return EXIT.usage;
  }
  const said = { code, explanation, ...REMEDIES.get(code) };
  io.stdout.write(options.reporter === "json" ? `${JSON.stringify(said)}\n` : page(said));
  return EXIT.done;
}

interface Said {
  readonly code: string;
  readonly explanation: string;
  readonly fix?: string;
  readonly example?: string;
}

function page({ code, explanation, fix, example }: Said): string {
  const parts = [code, explanation];
  if (fix !== undefined) parts.push(`Fix: ${fix}`);
  if (example !== undefined) parts.push(`Example:\n${example.replace(/^/gm, "  ")}`);
  return `${parts.join("\n\n")}\n`;
}

function list(): string {
  const width = Math.max(...[...CATALOG.keys()].map((code) => code.length));
  const groups = CATALOG_GROUPS.map(({ title, codes }) => {
    const lines = Object.entries(codes).map(
      ([code, explanation]) => `  ${code.padEnd(width)}  ${firstSentence(explanation)}`,
    );
    return `${title}\n${lines.join("\n")}\n`;
  });
  return `${groups.join("\n")}\nspecwright explain CODE says more of each.\n`;
}

/** What a line of a list has room for. */
const LINE = 80;

function firstSentence(explanation: string): string {
  const [sentence = ""] = explanation.replace(/\s+/g, " ").split(/(?<=\.) (?=[A-Z"])/);
  const plain = sentence.replace(/ \([^()]*\)(?=\.$)/, "");
  return plain.length <= LINE ? plain : `${plain.slice(0, LINE - 2).replace(/\W*\w*$/, "")} …`;
}

function listJson(): string {
  const groups = CATALOG_GROUPS.map(({ title, codes }) => ({ title, codes: Object.keys(codes) }));
  return `${JSON.stringify({ groups })}\n`;
}
