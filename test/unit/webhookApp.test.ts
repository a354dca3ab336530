import type { IWebhookFunctions } from 'n8n-workflow';

import { appOf } from '../../nodes/TikTokShopTrigger/app';
import { form, node } from './helpers';

let counter = 0;

/** A trigger with a credential of its own, whose App Secret can be changed. */
function trigger(id: string | null = `credential ${++counter}`) {
	const stored = form();
	const getCredentials = jest.fn(async () => ({ ...stored }));
	const getNode = () => ({ ...node, credentials: { tikTokShopApi: { id, name: 'TikTok Shop' } } });
	return {
		context: { getNode, getCredentials } as unknown as IWebhookFunctions,
		getCredentials,
		change: (appSecret: string) => Object.assign(stored, { appSecret }),
	};
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('appOf', () => {
	it('gives App Key and App Secret and nothing else of the credential', async () => {
		const { context } = trigger();
		const { appKey, appSecret } = form();
		expect(await appOf(context)).toEqual({ appKey, appSecret });
	});

	it('reads the credential once in a minute', async () => {
		const { context, change, getCredentials } = trigger();
		await appOf(context);
		jest.advanceTimersByTime(59_999);
		change('changed');
		expect(await appOf(context)).toMatchObject({ appSecret: form().appSecret });
		expect(getCredentials).toHaveBeenCalledTimes(1);
		jest.advanceTimersByTime(1);
		expect(await appOf(context)).toMatchObject({ appSecret: 'changed' });
	});

	it('reads it at once where it has to, and goes on with what it read', async () => {
		const { context, change } = trigger();
		await appOf(context);
		change('changed');
		expect(await appOf(context, { fresh: true })).toMatchObject({ appSecret: 'changed' });
		expect(await appOf(context)).toMatchObject({ appSecret: 'changed' });
	});

	it('keeps credentials apart', async () => {
		const [one, other] = [trigger(), trigger()];
		other.change('other');
		await appOf(one.context);
		expect(await appOf(other.context)).toMatchObject({ appSecret: 'other' });
	});

	it('reads a credential without an id each time', async () => {
		const { context, change } = trigger(null);
		await appOf(context);
		change('changed');
		expect(await appOf(context)).toMatchObject({ appSecret: 'changed' });
	});
});
