"""The words of a report in both languages; it speaks one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dockstation.domain.text import Text


def _texts(rows: Mapping[str, tuple[str, str]]) -> Mapping[str, Text]:
    return MappingProxyType(
        {code: Text({"en": english, "zh_CN": chinese}) for code, (english, chinese) in rows.items()}
    )


LABELS = _texts(
    {
        "title": ("Inspection report", "质检报告"),
        "lpn": ("Licence plate", "件码"),
        "item": ("Item", "商品"),
        "sku": ("SKU", "货号"),
        "gtin": ("GTIN", "商品条码"),
        "serial": ("Serial number", "序列号"),
        "shipped": ("shipped", "发货时"),
        "none_read": ("none read", "未读取"),
        "rma": ("Return", "退货单"),
        "order": ("Order", "订单"),
        "type": ("Returned because", "退货类型"),
        "wanted": ("Wanted", "客户要求"),
        "customer": ("Customer", "客户"),
        "parcel": ("Parcel", "包裹"),
        "arrived": ("Arrived", "到仓"),
        "condition": ("Parcel looked", "包裹外观"),
        "value": ("Value", "单价"),
        "inspected": ("Decided", "判定"),
        "checklist": ("Checklist / rules", "检查表 / 规则"),
        "answers": ("Answers", "检查结果"),
        "defects": ("Defects", "缺陷"),
        "no_defect": ("No defect", "无缺陷"),
        "differences": ("Differences at receipt", "收货差异"),
        "decision": ("Decision", "判定结果"),
        "voided": ("No decision stands: it was voided", "目前没有有效判定：已作废"),
        "by_person": (
            "a person's word; the rules had said: {0}. {1} (rule {2})",
            "人工改判；规则原判：{0}。{1}（规则 {2}）",
        ),
        "first_rule": ("rule {0}, the first that was looked at", "规则 {0}，第一条即符合"),
        "rule": ("rule {0}; {1} before it did not fit", "规则 {0}；此前 {1} 条不符合"),
        "saw": ("What the rules saw", "规则依据的事实"),
        "evidence": ("Evidence for the claim", "索赔证据"),
        "refund": ("Refund", "退款"),
        "part_kept": ("{0} % of the value", "按单价的 {0}%"),
        "part_missing": ("{0} is missing", "缺少 {0}"),
        "rulings": ("Who ruled what", "判定经过"),
        "signed_by": ("signed by {0}", "{0} 签核"),
        "unapproved": ("A second person has not approved yet", "尚待另一人批准"),
        "opinion": ("Second opinion", "复检"),
        "differs_in": ("The two differ in: {0}", "意见不一之处：{0}"),
        "photos": ("Photos", "照片"),
        "no_photo": ("No photo was taken", "没有照片"),
        "photo_missing": ("The picture is not at this station", "本站没有这张照片"),
        "photo_elsewhere": ("Taken at another station; it is at the server", "由其他工位拍摄，照片在服务器上"),
        "photo_damaged": ("The file is damaged: it does not fit its hash", "文件已损坏，与其哈希值不符"),
        "photo_unreadable": ("This file cannot be shown as a picture", "此文件无法显示为图片"),
        "signatures": ("Signatures", "签字"),
        "inspector": ("Inspector", "质检员"),
        "approver": ("Approved by", "批准人"),
        "receiver": ("Received by (carrier, supplier, customer)", "接收方（承运商、供应商、客户）"),
        "sign_here": ("Name, signature, date", "姓名、签字、日期"),
        "chain": (
            "Station {0}, event {1} of epoch {2}, chain hash {3}; the item's last event {4}",
            "工位 {0}，第 {2} 期第 {1} 条事件，事件链哈希 {3}；本件最近事件 {4}",
        ),
        "printed": ("Report made {0}", "报告生成于 {0}"),
        "claim": ("Claim", "索赔清单"),
        "claim_against": ("Responsible", "责任方"),
        "days": ("Decided from / to", "判定日期"),
        "units": ("Items", "件数"),
        "sum": ("Value of the goods together", "商品总值"),
        "complete": ("Evidence complete", "证据齐全"),
        "lacks": ("Evidence missing", "证据缺少"),
        "report": ("Report", "报告"),
        "unread": ("Could not be reported", "无法生成报告"),
        "missing": ("missing", "缺少"),
        "yes": ("yes", "是"),
        "no": ("no", "否"),
    }
)
RETURN_TYPES = _texts(
    {
        "quality": ("Quality problem", "质量问题"),
        "no_reason": ("No-reason return", "无理由退货"),
        "wrong_size": ("Wrong size", "尺码不符"),
        "wrong_style": ("Colour or style differs", "颜色款式不符"),
        "wrong_item": ("Wrong item sent", "错发"),
        "transit_damage": ("Damaged in transit", "运输损坏"),
        "special": ("Safety or special case", "安全或特殊情况"),
    }
)
WANTED = _texts({"refund": ("Refund", "退款"), "exchange": ("Exchange", "换货"), "repair": ("Repair", "维修")})
PARTIES = _texts(
    {
        "customer": ("Customer", "客户"),
        "carrier": ("Carrier", "承运商"),
        "merchant": ("Merchant", "商家"),
        "supplier": ("Supplier", "供应商"),
        "warehouse": ("Warehouse", "仓库"),
        "undetermined": ("Undetermined", "待定"),
    }
)
RESOLUTIONS = _texts(
    {
        "refund_full": ("Refund in full", "全额退款"),
        "refund_part": ("Refund in part", "部分退款"),
        "exchange": ("Exchange", "换货"),
        "repair": ("Repair", "维修"),
        "refuse": ("Refuse", "拒绝"),
    }
)
SECTIONS = _texts(
    {
        "appearance": ("Appearance", "外观"),
        "function": ("Function", "功能"),
        "accessories": ("Accessories", "配件"),
        "grading": ("Grading", "定级"),
    }
)
SEVERITIES = _texts({"minor": ("minor", "轻微"), "major": ("major", "严重"), "critical": ("critical", "致命")})
CONDITIONS = _texts(
    {
        "intact": ("intact", "完好"),
        "damaged": ("damaged", "破损"),
        "wet": ("wet", "受潮"),
        "opened": ("opened on the way", "途中被拆"),
    }
)
EVIDENCE = _texts(
    {
        "photo_parcel": ("photo of the parcel", "包裹照片"),
        "photo_unit": ("photo of the item", "商品照片"),
        "photo_defect": ("photo of each defect", "每处缺陷的照片"),
        "serial": ("serial number", "序列号"),
        "weight": ("weight", "重量"),
    }
)
TABLES = _texts(
    {
        "grade": ("Grade", "等级"),
        "disposition": ("Disposition", "处置"),
        "responsibility": ("Responsible", "责任方"),
        "resolution": ("Advice", "处理建议"),
        "freight": ("Return freight paid by", "退货运费承担方"),
    }
)
RULINGS = _texts(
    {
        "rules": ("Decided by the rules", "按规则判定"),
        "override": ("Overridden", "改判"),
        "approval": ("Approved", "批准"),
        "void": ("Voided", "作废"),
    }
)
OPINIONS = _texts(
    {
        "wanted": ("wanted, not given yet", "待复检"),
        "given": ("given, both agree", "已复检，意见一致"),
        "differs": ("given, the two differ", "已复检，意见不一"),
        "settled": ("the two differed; a supervisor settled it", "意见不一，已由主管裁定"),
        "waived": ("waived by a supervisor", "主管免除"),
    }
)
FACTS = _texts(
    {
        "return_type": ("return", "退货"),
        "in_window": ("in time", "未超期"),
        "condition": ("parcel", "包裹"),
        "category": ("category", "类别"),
        "value": ("value", "单价"),
        "defects": ("defects", "缺陷"),
        "discrepancies": ("differences", "差异"),
        "missing": ("missing, worth", "缺件价值"),
        "returns": ("returned before", "曾退回次数"),
    }
)
TOLD = _texts(
    {
        "expected": ("expected", "应到"),
        "found": ("found", "实到"),
        "code": ("code", "编码"),
        "item": ("item", "物品"),
        "sku": ("SKU", "货号"),
        "serial": ("serial number", "序列号"),
        "other_rma": ("other return", "另一退货单"),
        "other_lpn": ("other item", "另一件"),
        "other_station": ("came before at", "之前来到的工位"),
        "other_received_at": ("came before on", "之前来到的时间"),
        "customer": ("customer", "客户"),
        "window_ends": ("had to be sent until", "最晚寄出时间"),
        "dispatched_at": ("sent", "寄出时间"),
        "arrived_at": ("arrived", "到达时间"),
        "expected_g": ("expected grams", "应有克数"),
        "weight_g": ("grams weighed", "称得克数"),
        "server": ("RMA server", "退货服务器"),
        "photos": ("photos", "照片"),
        "missing": ("missing", "缺少"),
        "use_by": ("use by", "有效期至"),
    }
)
"""The names of a difference's facts."""
TOLD_VALUES = _texts(
    {
        "asked": ("knows nothing of it", "没有它的记录"),
        "out_of_reach": ("was out of reach", "当时连接不上"),
        "no_camera": ("none, the station has no camera", "无，工位没有相机"),
    }
)
ANSWERS = _texts(
    {
        "na": ("Not applicable", "不适用"),
        "nothing": ("Nothing found", "未发现"),
        "pieces": ("{0}: {1} of {2}", "{0}：{2} 件中有 {1} 件"),
        "empty": ("–", "–"),
    }
)
