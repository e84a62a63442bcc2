"""The columns of a table of RMAs, and the words in its cells, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping

HEAD = {
    "number": ("rma", "rma number", "退货单号", "退货单"),
    "order_number": ("order", "订单号", "订单"),
    "return_type": ("type", "reason", "退货类型", "退货原因"),
    "wanted": ("resolution", "处理方式", "客户要求"),
    "customer": ("name of customer", "客户", "客户姓名"),
    "phone": ("phone end", "手机号", "手机尾号", "电话"),
    "currency": ("币种", "货币"),
    "due_at": ("due", "due date", "截止时间", "截止日期", "处理期限"),
    "window_ends": ("window", "return by", "退货期限", "退货截止"),
    "dispatched_at": ("dispatched", "sent at", "寄出时间", "寄出日期"),
    "tracking_numbers": ("tracking", "tracking number", "快递单号", "运单号", "物流单号"),
    "customer_flags": ("客户标记",),
}
"""What belongs to the whole RMA: one row of it is enough."""
LINE = {
    "line_id": ("line", "行号"),
    "sku": ("item", "商品编码", "货号"),
    "gtin": ("ean", "barcode", "条码", "商品条码"),
    "name_zh": ("中文名称", "商品名称", "品名"),
    "name_en": ("name", "goods", "英文名称"),
    "category": ("类别", "品类"),
    "quantity": ("qty", "count", "数量"),
    "unit_value": ("value", "price", "单价", "单件价值"),
    "weight_g": ("weight", "重量", "重量克"),
    "serials": ("serial", "serial numbers", "序列号", "串号"),
    "accessories": ("配件", "附件"),
    "flags": ("标记", "商品标记"),
}
REQUIRED = ("number", "return_type", "wanted", "window_ends", "sku", "category")
NAMES: Mapping[str, str] = {
    word: column for column, words in (HEAD | LINE).items() for word in (column.replace("_", " "), *words)
}

RETURN_TYPES = {
    "quality": ("质量问题",),
    "no_reason": ("no reason", "七天无理由", "7天无理由", "无理由"),
    "wrong_size": ("wrong size", "尺码不符"),
    "wrong_style": ("wrong style", "颜色款式不符", "款式不符", "颜色不符"),
    "wrong_item": ("wrong item", "错发", "发错货"),
    "transit_damage": ("transit damage", "damaged in transit", "运输损坏"),
    "special": ("特殊情况",),
}
WANTED = {"refund": ("退款",), "exchange": ("换货",), "repair": ("维修",)}


def column_of(title: str) -> str:
    """The column that a title means, "" when it is not known."""
    told = title.strip().strip("*:：").casefold().replace("_", " ").replace("（克）", "克").replace("(克)", "克")
    return NAMES.get(" ".join(told.split()), "")


def word_of(words: Mapping[str, tuple[str, ...]], text: str) -> str | None:
    """The value that a cell's word means, None when it is not known."""
    told = text.strip().casefold()
    return next((value for value, others in words.items() if told in (value, *others)), None)
