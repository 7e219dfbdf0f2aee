import { singular } from "./singular.ts";

/** Words that say what is done, and are hardly ever the name of a thing. */
const DOING = new Set(
  (
    "accept acknowledge activate add adjust advance apply approve archive ask assign associate attach authenticate authorize " +
    "autocomplete ban block calculate cancel capture change check clear clone close compare complete compute confirm connect " +
    "convert copy count create deactivate decline decrypt delete deny deploy destroy detach disable disassociate " +
    "disconnect dismiss download duplicate edit enable encrypt ensure evaluate exchange execute expire extend fetch find " +
    "finalize finish follow forward freeze generate get grant hide increment inspect insert install invalidate invite " +
    "join kick leave list load login logout lookup mark merge modify move mute open patch pause pay persist play poll " +
    "post prepare process promote provision publish purge put read reboot rebuild recalculate receive recover redact " +
    "redeem refresh regenerate register reject reload remove rename render renew reopen reorder replace replay reply rerequest rerun " +
    "resend reset resolve restart restore resume retrieve retry revert revoke rotate save select send set shutdown " +
    "show signin signout signup skip snooze start stop submit subscribe suggest suspend sync synchronize terminate " +
    "toggle translate unarchive unassign unban unblock undelete undo unfollow unfreeze unhide uninstall unlink " +
    "unlock unmark unmute unpublish unset unstar unsubscribe unsuspend update upgrade upload upsert validate verify " +
    "void withdraw"
  ).split(" "),
);

/** Words that say what is done where they stand alone: `/search`, `/users/{id}/report`. */
const DOING_ALONE = new Set(
  (
    "batch bulk claim contains dispatch exists export filter import kill like link lock logoff order ping preview query rate refund release " +
    "replicate report request run scan search share ship sign sort star swap test track transfer transform trigger " +
    "use view vote watch"
  ).split(" "),
);

/** Words after which a verb says how it is done: `findByStatus`. */
const PREPOSITIONS = new Set(
  "as at by for from in into of on or to via where with without".split(" "),
);

/** What is only looked at: these may be asked for by GET. */
const READING = new Set(
  (
    "authorize autocomplete batch calculate check compare compute contains convert count download evaluate exists export fetch filter find " +
    "generate get inspect list load login logout lookup ping poll preview query read render search suggest test " +
    "translate validate verify view"
  ).split(" "),
);

/** Other words for what GET says already. */
const SAYS_GET = new Set("describe fetch find get load read retrieve show view".split(" "));

export function isVerb(word: string): boolean {
  return DOING.has(word.toLowerCase()) || DOING_ALONE.has(word.toLowerCase());
}

export function isPreposition(word: string): boolean {
  return PREPOSITIONS.has(word.toLowerCase());
}

export function saysReading(word: string): boolean {
  return READING.has(word.toLowerCase());
}

export function saysOnlyGet(word: string): boolean {
  return SAYS_GET.has(word.toLowerCase());
}

/** Verbs that stand before what they are done to: `addLines`. Others do not: `ConnectApps` is the name of a thing. */
const DOING_TO_MANY = new Set(
  (
    "add approve calculate cancel clear create delete export fetch find generate get import list mark remove rerun reset " +
    "search send set update upload validate verify"
  ).split(" "),
);

/**
 * Tells whether the words of a path segment say what is done, not what it is done to: `archive`, `findByStatus` and
 * `search` do, `test-clocks`, `import-jobs` and `AddOnResults` do not.
 */
export function isAction(words: readonly string[]): boolean {
  const [first = "", second, ...rest] = words.map((word) => word.toLowerCase());
  if (second === undefined) return isVerb(first);
  if (isPreposition(second)) return isVerb(first) && !(first === "add" && second === "on");
  if (!DOING.has(first)) return false;
  const last = rest.at(-1) ?? second;
  return singular(last) === last || DOING_TO_MANY.has(first);
}
