/** Hidden folder for files that are written but not yet in their places. */
export const STAGING_FOLDER = ".specwright-staging";
