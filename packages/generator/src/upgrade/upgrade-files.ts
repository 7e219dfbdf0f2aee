import type { Report } from "../diagnostics/diagnostic.ts";
import type { SchemaResource } from "../load/schema-resources.ts";
import type { SpecFile, SpecFiles } from "../load/spec-files.ts";
import { createSpecDocument } from "../resolve/create-document.ts";
import type { Node } from "../resolve/spec-document.ts";
import { createAdmit } from "./admit.ts";
import { createFragments } from "./fragments.ts";
import type { Fragments } from "./fragments.ts";
import { isSwagger } from "./is-swagger.ts";
import { mediaTypesIn } from "./media-types.ts";
import { createMoveTo } from "./move-to.ts";
import { createOrigins } from "./origins.ts";
import type { Origins } from "./origins.ts";
import { pointAnew } from "./point-anew.ts";
import { upgradeDocument } from "./upgrade-document.ts";
import type { UpgradedSpec } from "./upgrade-spec.ts";
import type { Upgrading } from "./upgrading.ts";

/** Upgrades every document of Swagger 2.0, and the parts in other files that they refer to. */
export function upgradeFiles(files: SpecFiles, report: Report): UpgradedSpec {
  const links = new Map([...files.links].map(([file, own]) => [file, new Map(own)] as const));
  const original = createSpecDocument({ ...files, links }, report);
  const origins = createOrigins();
  const fragments = createFragments(files, original);
  const upgrading: Upgrading = {
    original,
    origins,
    report,
    admit: createAdmit(report),
    media: { consumes: [], produces: [] },
    refer: fragments.refer,
    moveTo: createMoveTo(original, links),
  };
  const upgraded = upgradeAll(files, fragments, upgrading);
  const pointed = [...upgraded.values()].map((file) => {
    const value = pointAnew(file, upgrading, links);
    return [file.path, { ...file, value, resources: movedResources(file, origins) }] as const;
  });
  return {
    files: { entry: files.entry, files: new Map(pointed), links },
    originalPlace: origins.originalPlace,
  };
}

/** The same schemas with URIs and anchors, where they stand now. */
function movedResources(
  { path, resources }: SpecFile,
  { upgradedPlace }: Origins,
): SchemaResource[] {
  const moved = (pointer: string): string => upgradedPlace({ file: path, pointer }).pointer;
  return resources.map((resource) => ({
    ...resource,
    pointer: moved(resource.pointer),
    anchors: new Map([...resource.anchors].map(([name, pointer]) => [name, moved(pointer)])),
  }));
}

function upgradeAll(
  { entry, files }: SpecFiles,
  fragments: Fragments,
  upgrading: Upgrading,
): Map<string, SpecFile> {
  const upgraded = new Map(files);
  const root: Node = { value: files.get(entry)?.value, at: { file: entry, pointer: "" } };
  const media = {
    consumes: mediaTypesIn(root, "consumes") ?? [],
    produces: mediaTypesIn(root, "produces") ?? [],
  };
  const scope = { ...upgrading, media };
  const document = (file: SpecFile): void => {
    const node = { value: file.value, at: { file: file.path, pointer: "" } };
    upgraded.set(file.path, { ...file, value: upgradeDocument(node, scope) });
  };
  for (const file of files.values()) if (isSwagger(file.value)) document(file);
  fragments.upgradeEach(scope, upgraded, document);
  return upgraded;
}
