/** Every way in which bytes may be cut into chunks that are not empty: two to the power of one less than there are. */
export function* chunkings(bytes: Uint8Array): Generator<readonly Uint8Array[]> {
  const places = Math.max(bytes.length - 1, 0);
  for (let cuts = 0; cuts < 2 ** places; cuts += 1) {
    const chunks: Uint8Array[] = [];
    let from = 0;
    for (let place = 1; place <= places; place += 1) {
      if ((cuts >> (place - 1)) & 1) {
        chunks.push(bytes.subarray(from, place));
        from = place;
      }
    }
    yield [...chunks, bytes.subarray(from)];
  }
}

/** Cut in two at every place, and into single bytes: for what is too long to be cut in every way. */
export function* cuts(bytes: Uint8Array): Generator<readonly Uint8Array[]> {
  for (let place = 0; place <= bytes.length; place += 1) {
    yield [bytes.subarray(0, place), bytes.subarray(place)];
  }
  yield Array.from(bytes, (_, place) => bytes.subarray(place, place + 1));
}
