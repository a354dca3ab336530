import type { HelpTopic } from '../../../nodes/shared/help';

/** What docs/troubleshooting.md tells about a topic, in Markdown. */
export interface Help {
	/** What stands over the section, where the message itself is too long for that. */
	heading?: string;
	/** Messages that cannot be read from the sources, since they are put together while running. */
	also?: string[];
	means: string;
	/** What to do: one thing or several to look at. */
	todo: string[];
	/** Whether these are steps, one after the other. */
	inOrder?: boolean;
}

/** Topics that belong together. */
export interface HelpGroup {
	title: string;
	intro: string;
	topics: Partial<Record<HelpTopic, Help>>;
}
