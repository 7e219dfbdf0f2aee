/** For `specwright.config.ts`. */
export { defineConfig } from "./config/config.ts";
export type { Config, PackageConfig, RemoteConfig, TargetFolders } from "./config/config.ts";
export type { TargetName } from "./config/targets.ts";

/** For targets of one's own: what a target is, and what it is given. */
export type {
  FileRef,
  ModuleMap,
  PlanContext,
  PlannedUnit,
  RuntimeEntry,
  Target,
} from "./plan/target.ts";
export type { ImportView, Json } from "./plan/unit.ts";
export type * from "./model/api-model.ts";
export type { ApiNames, NameTable } from "./naming/name-table.ts";
export type { Diagnostic, Place, Report, Severity } from "./diagnostics/diagnostic.ts";

/** For views: the words that built-in targets are made of. */
export { Imports } from "./targets/shared/imports.ts";
export { docView, proseOf } from "./targets/shared/doc-view.ts";
export { indexUnit } from "./targets/shared/index-view.ts";
export { literal, propertyAccess, propertyKey, stringLiteral } from "./targets/shared/literals.ts";
export {
  operationsFile,
  outputType,
  pathParameters,
  requestLine,
  schemaMap,
} from "./targets/shared/operation-parts.ts";
export { typeText } from "./targets/shared/type-text.ts";
export type { TypeContext, TypePlace } from "./targets/shared/type-text.ts";

/** For templates of one's own: the views that the built-in templates get. */
export type { DocView } from "./targets/shared/doc-view.ts";
export type { IndexView } from "./targets/shared/index-view.ts";
export type {
  DeclarationView,
  InterfaceView,
  PropertyView,
  SchemasFileView,
} from "./targets/schemas/schema-view.ts";
export type {
  FunctionView,
  ValidatorView,
  ValidatorsFileView,
} from "./targets/validators/validator-view.ts";
export type {
  InputView,
  OperationView,
  OperationsFileView,
} from "./targets/operations/operation-view.ts";
export type { ClientView } from "./targets/client/client-view.ts";
export type { ConnectView, OptionView } from "./targets/client/connect-view.ts";
export type { ChildView, MethodView, ResourceView } from "./targets/client/resource-view.ts";
export type { HandlerView, HandlersFileView } from "./targets/server-stubs/handlers-view.ts";
export type { ServerView } from "./targets/server-stubs/server-view.ts";
export type { ShapesView } from "./targets/server-stubs/shapes-view.ts";
