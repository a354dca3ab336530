/** Operations of the reference that the node does not offer, by id, and why. */
export const LEFT_OUT: Record<string, string> = {};
