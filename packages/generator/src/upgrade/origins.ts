import type { Place } from "../diagnostics/diagnostic.ts";

/** Where the parts of upgraded files came from, and where the parts of the original files went. */
export interface Origins {
  /** Says that what stands at `place` now came from `original`. Of two that did, the first is where references lead. */
  readonly record: (place: Place, original: Place) => void;
  /** Original place of a part of an upgraded file; of a part that is new, its holder's. */
  readonly originalPlace: (place: Place) => Place;
  /** Place that a part of an original file has now. */
  readonly upgradedPlace: (original: Place) => Place;
}

export function createOrigins(): Origins {
  const originals = new Map<string, Place>();
  const successors = new Map<string, Place>();
  return {
    record(place, original) {
      originals.set(keyOf(place), original);
      if (!successors.has(keyOf(original))) successors.set(keyOf(original), place);
    },
    originalPlace: (place) => moved(place, originals),
    upgradedPlace: (original) => moved(original, successors),
  };
}

// The nearest holder that was recorded says where the rest of the pointer goes on from.
function moved(place: Place, places: ReadonlyMap<string, Place>): Place {
  const { file, pointer } = place;
  for (let end = pointer.length; end >= 0; end = pointer.lastIndexOf("/", end - 1)) {
    const holder = places.get(keyOf({ file, pointer: pointer.slice(0, end) }));
    if (holder) {
      const there = { file: holder.file, pointer: holder.pointer + pointer.slice(end) };
      return place.key === true ? { ...there, key: true } : there;
    }
    if (end === 0) break;
  }
  return place;
}

function keyOf({ file, pointer }: Place): string {
  return `${file}#${pointer}`;
}
