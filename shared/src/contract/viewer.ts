/** Answer of `GET /v1/viewer`: who is asking, and so which controls a page has to show. The API refuses all else anyway. */
export interface ViewerAnswer {
  readonly role: 'admin' | 'manager' | 'rep';
  /** The asker's own: with the filter `owner` of this id every report is open. Null: the user owns no deals. */
  readonly ownerId: string | null;
  /** The teams that may be asked for, by their labels. Empty for reps. */
  readonly teams: readonly TeamChoice[];
  /** Whether reps of these teams are shown, and may be asked for, by name. */
  readonly seesNames: boolean;
  /** Reports in which a team may be asked for; null: in all. Where they are listed, over whole months and without other filters. */
  readonly teamReports: readonly string[] | null;
}

export interface TeamChoice {
  readonly teamId: string;
  readonly label: string;
}
