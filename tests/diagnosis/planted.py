"""What must never stand in a log, a report or a bundle, and places to plant it in."""

from __future__ import annotations

TRACKING = "SF1029384756601"
GROUPED = "7732 9910 4456"
SERIAL = "356938035643809"
RMA = "R26110042"
NAME = "Zhang Sanfeng"
CHINESE = "张三丰"
ADDRESS = "Lotus Road 88"
PHONE = "13812345678"
TOKEN = "dst_Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA"
PIN = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQwMDAw$aGFzaGhhc2hoYXNoaGFzaA"
PASSWORD = "hunter-two"
CAMERA = f"rtsp://admin:{PASSWORD}@10.0.0.7/live?key={TOKEN}"
BADGE = "BADGE-4711"
HOME = "/home/lihua/station"
SECRETS = (
    TRACKING, GROUPED, "4456", SERIAL, RMA, NAME, "Sanfeng", CHINESE, "Lotus", PHONE, TOKEN, PIN, "c29tZXNhbHQ",
    PASSWORD, BADGE, "lihua",
)  # fmt: skip


def found_in(data: bytes) -> list[str]:
    """Which of them stand in ``data``, as UTF-8 or escaped as JSON does it."""
    return [each for each in SECRETS if each.encode() in data or ascii(each)[1:-1].encode() in data]
