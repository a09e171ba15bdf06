/** Names by owner id, as HubSpot tells them now. They are stored nowhere. Throws `AppError` while HubSpot does not answer. */
export type ReadOwnerNames = () => Promise<ReadonlyMap<string, string>>;
