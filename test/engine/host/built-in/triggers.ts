import type { INodeProperties, INodeType, ITriggerFunctions } from 'n8n-workflow';

import { describeNode, parameter } from './describe';

/** A trigger that, run by hand, starts with one item. */
export function manualStart(
	name: string,
	version: number | number[],
	properties: INodeProperties[],
): INodeType {
	return {
		description: describeNode(name, version, { group: ['trigger'], inputs: [], properties }),
		async trigger(this: ITriggerFunctions) {
			return {
				manualTriggerFunction: async () => this.emit([this.helpers.returnJsonArray([{}])]),
			};
		},
	};
}

const scheduleRule = parameter(
	'rule',
	'fixedCollection',
	{ interval: [{ field: 'days' }] },
	{
		typeOptions: { multipleValues: true },
		options: [
			{
				name: 'interval',
				displayName: 'Trigger Interval',
				values: [
					parameter('field', 'options', 'days', {
						options: ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months'].map((value) => ({
							name: value,
							value,
						})),
					}),
					parameter('hoursInterval', 'number', 1),
					parameter('daysInterval', 'number', 1),
					parameter('triggerAtHour', 'number', 0),
					parameter('triggerAtMinute', 'number', 0),
				],
			},
		],
	},
);

export const manualTrigger = manualStart('manualTrigger', 1, []);

export const scheduleTrigger = manualStart('scheduleTrigger', [1, 1.1, 1.2, 1.3], [scheduleRule]);
