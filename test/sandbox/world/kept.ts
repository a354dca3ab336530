/** State that belongs to a shop or a world: made when first looked at, and gone with its owner. */
export function kept<Owner extends object, State>(
	make: (owner: Owner) => State,
): (owner: Owner) => State {
	const states = new WeakMap<Owner, State>();
	return (owner) => {
		const known = states.get(owner);
		if (known !== undefined) return known;
		const made = make(owner);
		states.set(owner, made);
		return made;
	};
}
