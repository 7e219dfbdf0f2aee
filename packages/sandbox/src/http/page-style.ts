/** The look of the request log. */
export const STYLE: string = `
:root { color-scheme: light dark; --line: color-mix(in srgb, CanvasText 18%, Canvas); }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.45 system-ui, sans-serif; display: flex; flex-direction: column; height: 100vh; }
header { display: flex; gap: 1rem; align-items: center; padding: .5rem 1rem; border-bottom: 1px solid var(--line); }
h1 { font-size: 1rem; margin: 0; }
#filter { flex: 1; font: inherit; padding: .25rem .5rem; }
main { flex: 1; display: flex; min-height: 0; }
#list { flex: 1 1 45%; overflow: auto; margin: 0; padding: 0; list-style: none; border-right: 1px solid var(--line); }
#list button { display: grid; grid-template-columns: 4rem 3rem 1fr auto; gap: .5rem; width: 100%; font: inherit;
  font-family: ui-monospace, monospace; font-size: 12px; text-align: left; padding: .3rem 1rem; border: 0;
  border-bottom: 1px solid var(--line); background: none; color: inherit; cursor: pointer; }
#list button[aria-current="true"] { background: color-mix(in srgb, Highlight 25%, Canvas); }
#list .path { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.s4 { color: #b45309; } .s5 { color: #dc2626; } .s2, .s3 { color: #15803d; }
#detail { flex: 1 1 55%; overflow: auto; padding: 1rem; }
h2 { font-size: .9rem; margin: 1rem 0 .25rem; }
pre { margin: 0; padding: .5rem; border: 1px solid var(--line); overflow: auto; white-space: pre-wrap; word-break: break-word;
  font: 12px/1.45 ui-monospace, monospace; }
`;
