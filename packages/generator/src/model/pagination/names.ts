/** Names as they stand in APIs, without case and signs. Each set is what the best-known ones call the same thing. */

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Parameters that take the id of an item, each with its opposite. */
export const AFTER: ReadonlyMap<string, string> = new Map([
  ["startingafter", "endingbefore"],
  ["after", "before"],
  ["afterid", "beforeid"],
  ["sinceid", "untilid"],
]);

/** Parameters that take a token of the answer before. */
export const TOKENS: ReadonlySet<string> = words(`
  after bookmark continuation continuationtoken cursor endcursor exclusivestartkey marker next nextcursor nextmarker
  nextpagetoken nexttoken pageafter pagecursor pagetoken paginationtoken resumetoken scrollid startcursor startingafter
  startkey`);

/** Properties that hold such a token. */
export const NEXT_TOKENS: ReadonlySet<string> = words(`
  bookmark continuation continuationtoken cursor endcursor lastevaluatedkey nextbookmark nextcontinuationtoken nextcursor
  nextmarker nextpage nextpagecursor nextpagetoken nextstartingafter nexttoken scrollid`);

/** Parameters that take the number of a page. */
export const NUMBERS: ReadonlySet<string> = words(`page pageindex pageno pagenum pagenumber pn`);

/** Parameters that take how many items go before. */
export const OFFSETS: ReadonlySet<string> = words(
  `from offset pageoffset skip start startat startindex`,
);

/** Parameters that take how many items a page may have. */
export const SIZES: ReadonlySet<string> = words(`
  count first itemsperpage limit max maxcount maxitems maxpagesize maxrecords maxresults pagelimit pagesize perpage size
  take top`);

/** Properties that are true when more follows. */
export const MORE: ReadonlySet<string> = words(`hasmore hasmorepages hasnext hasnextpage more`);

/** Properties that count all items. */
export const TOTALS: ReadonlySet<string> = words(`
  total totalcount totalelements totalhits totalitems totalrecords totalresults totalsize`);

/** Properties that count all pages. */
export const PAGES: ReadonlySet<string> = words(
  `lastpage numpages pagecount pagescount totalpages`,
);

/** Properties that hold the URL of the next page. */
export const NEXT_URLS: ReadonlySet<string> = words(`
  nexthref nextlink nextpagelink nextpageuri nextpageurl nexturi nexturl odatanextlink`);
