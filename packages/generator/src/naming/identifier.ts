/** Words that cannot name a binding in strict-mode module code. ECMA-262, section 12.7.2 and 13.1.1. */
const KEYWORDS = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** Globals and type parameters that generated code uses by name: a declaration of the same name would hide them, or they it. */
const USED_GLOBALS = new Set(
  "Array AsyncIterable Blob Principals Number Object Pick Promise Record RegExp String Boolean Symbol Error NaN Infinity any unknown never string number boolean object bigint symbol globalThis".split(
    " ",
  ),
);

/** Names that generated code imports from the runtime; held together with the contract by a test. */
export const RUNTIME_NAMES: ReadonlySet<string> = new Set(
  (
    "AcceptOption ApiDescriptor ApiFailure ApiKeyCredentials ApiPromise ApiResource " +
    "AuthorizationCredentials BasicCredentials BearerCredentials Binary CertificateCredentials ClientOptions DownloadForms " +
    "DownloadOption ErrorClass Expandable Expanded Expanding FailureOf FilePart Handler " +
    "HeadersOf Holding Issues NegotiatedOperationDescriptor OperationDescriptor " +
    "PagePromise PaginatedOperationDescriptor PartialHandlers PartlyImplemented PathIn " +
    "PrincipalHooks PrincipalsOf Received Receivers RequestOptions Route Secret ServerOptions " +
    "ServerSentEvent ServerVariables Shape Transport Validator ValidatorsByOperation " +
    "WebhookReceiver WebhookRouter Wire chooseMedia compareNumerals connect contains " +
    "createHandler cursorPages dependsOn derive errorClass everyKey everyOtherItem " +
    "everyOtherProperty explainBigint explainBinary explainBoolean explainContains " +
    "explainDateValue explainDecimalText explainDependency explainFilePart " +
    "explainInteger explainIntegerText explainItems explainKey explainKeys " +
    "explainLiteral explainNumber explainOtherItems explainOtherProperties " +
    "explainPresent explainSize explainString explainUnknownKey explainUnknownKeys " +
    "explainValue hasOnlyKeys hasProperty isArray isBinary isBoolean isDateValue " +
    "isDecimalText isEqual isFilePart isFormat isInteger isIntegerText isMultipleOf " +
    "isMultipleOfNumeral isNever isNumber isObject isRecord isString isUnique jsonCodec " +
    "keysOf linearPattern linkedPages maxLength minLength negotiate numberedPages " +
    "offsetPages own paginate paginateExpanding readBytes readEventStream readHeaders " +
    "readJsonLines readJsonSequence readNamed readText receive route send sendDownload " +
    "sendExpanding serverUrl standardSignature timestampedSignature toBody toCookies " +
    "toDeepQuery toHeaders toQuery toQueryString urlPages validator webhookReceiver " +
    "webhookRouter withEnvironment writeApiKey writeAuthorization writeBasic writeBearer writeContent " +
    "writeJson writeJsonLines writeJsonSequence writeMultipart writePathParameter " +
    "writeRange writeUrlEncoded"
  ).split(" "),
);

/** Letters and marks that the standard allows in names and that nobody sees, such as U+3164. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;

/** Tells whether `name` can be declared at the top of a generated module. */
export function isDeclarable(name: string): boolean {
  return isBindable(name) && !USED_GLOBALS.has(name) && !RUNTIME_NAMES.has(name);
}

/** Tells whether `name` can name a parameter of a generated function. */
export function isBindable(name: string): boolean {
  return isIdentifier(name) && !KEYWORDS.has(name);
}

/** Tells whether `name` may follow a dot or stand as a property key without quotes. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && !IGNORABLE.test(name);
}

/** Makes any word sequence an identifier: a leading digit gets an underscore; nothing left becomes `unnamed`. */
export function toIdentifier(name: string): string {
  if (name === "") return "unnamed";
  const kept = name.replace(/[^\p{ID_Continue}$]|\p{Default_Ignorable_Code_Point}/gu, "");
  return isIdentifier(kept) ? kept : `_${kept}`;
}
