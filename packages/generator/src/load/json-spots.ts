import { jsonMembers, jsonRoot } from "./json-members.ts";
import type { JsonMember } from "./json-members.ts";
import type { FindSpot, Spot } from "./spot.ts";

/** Finds values in JSON text. Reads only the levels on the way, each once. */
export function jsonSpots(text: string): FindSpot {
  const levels = new Map<number, Map<string, JsonMember>>();
  const membersAt = ({ value }: Spot): Map<string, JsonMember> => {
    const known = levels.get(value.start) ?? byKey(jsonMembers(text, value));
    levels.set(value.start, known);
    return known;
  };
  const root: Spot = { value: jsonRoot(text) };
  return (tokens) => {
    let spot = root;
    for (const token of tokens) {
      const member = membersAt(spot).get(token);
      if (!member) return spot;
      spot = { ...(member.keySpan && { key: member.keySpan }), value: member.value };
    }
    return spot;
  };
}

// Of repeated names the last wins, as in JSON.parse.
function byKey(members: readonly JsonMember[]): Map<string, JsonMember> {
  return new Map(members.map((member) => [member.key, member]));
}
