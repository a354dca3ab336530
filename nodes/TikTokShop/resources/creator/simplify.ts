import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/http';

const money = (value: unknown) => (isObject(value) ? value : {});

/** A creator at a glance: profile, followers, sales of the last 30 days. */
export function simplifyCreator(creator: IDataObject): IDataObject {
	const { avatar } = creator;
	const sales = money(creator.gmv);
	const range = money(creator.gmv_range);
	const units = money(creator.units_sold_range);
	const demographics = money(creator.top_follower_demographics);
	return {
		openId: creator.creator_open_id,
		username: creator.username,
		nickname: creator.nickname,
		region: creator.selection_region,
		bio: creator.bio_description,
		followers: creator.follower_count,
		followerAges: demographics.age_ranges,
		categoryIds: creator.category_ids,
		currency: sales.currency ?? range.currency,
		sales: sales.amount,
		salesRange: range.formatted_range,
		videoSales: money(creator.video_gmv).amount,
		liveSales: money(creator.live_gmv).amount,
		unitsSold: creator.units_sold,
		unitsSoldRange: units.formatted_range,
		promotedProducts: creator.promoted_product_num,
		videoViews: creator.avg_ec_video_play_count ?? creator.avg_ec_video_view_count,
		rating: creator.rating,
		avatarUrl: isObject(avatar) ? avatar.url : undefined,
	};
}
