import type { IDataObject } from 'n8n-workflow';

import { TikTokShopError } from '../../../shared/errors';
import { isObject } from '../../../shared/http';
import { notice } from '../../../shared/notice';
import type { Operation } from '../../../shared/operation';
import { asText } from '../../../shared/text';
import { targetCollaborationLocator } from '../../affiliateFields';
import { completeInvitation, invitationFields } from './fields';

export const update: Operation = {
	name: 'Update',
	action: 'Update a target collaboration',
	description:
		'Replace name, end, products, creators and samples of an invitation, all of them together',
	doc: 'update-target-collaboration-202508',
	scopes: ['seller.affiliate_collaboration.write'],
	fields: [
		notice(
			'replaceNotice',
			'Products and creators you do not list are removed from the invitation.',
		),
		targetCollaborationLocator,
		...invitationFields({
			commission: 'commission_rate',
			ads: 'target_ad_commission_rate',
			least: 1,
		}),
	],
	request: {
		method: 'PUT',
		path: '/affiliate_seller/202508/target_collaborations/{target_collaboration_id}',
		shop: 'required',
	},
	jsonBody: true,
	repeatable: true,
	prepare: completeInvitation,
	expand: async (result) => {
		refuseFailed(result);
		return await Promise.resolve([{ json: result }]);
	},
};

/** A code 0 does not mean that all was changed: what was not stands in update_failed. */
function refuseFailed({ update_failed: failed }: IDataObject): void {
	const lines = Object.entries(isObject(failed) ? failed : {})
		.filter(([, value]) => !['', '[]', '{}', '0'].includes(asText(value)))
		.map(([what, value]) => `• ${what.replace(/_/g, ' ')}: ${asText(value)}`);
	if (lines.length === 0) return;
	throw new TikTokShopError(
		'refused',
		'The target collaboration was changed only in part',
		`TikTok refused, without a reason:\n${lines.join('\n')}\nWhat is not listed was changed.`,
	);
}
