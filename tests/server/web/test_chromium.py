"""The page in a real browser, in both languages: what a person of the office does in a morning."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from PIL import Image
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.fakes.browser import PASSWORD
from tests.fakes.chain import Chain, outcome
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock
from tests.server.test_rma_life import read_codes
from tests.server.web.conftest import People

OPTIONS = ("--headless=new", "--disable-dev-shm-usage", "--hide-scrollbars", "--disable-gpu", "--disable-extensions")
PAGES = (
    "/", "/rmas", "/rma/new", "/import", "/outcomes?kind=all", "/held", "/review", "/rejected", "/statistics",
    "/stations", "/accounts", "/me",
)  # fmt: skip
SECONDS = 10
UNLABELLED = """return [...document.querySelectorAll('input:not([type=hidden],[aria-hidden]),select,textarea')]
    .filter(each => !each.labels.length).map(each => each.outerHTML)"""
UNNAMED = """return [...document.querySelectorAll('a,button')].filter(each => !each.innerText.trim() &&
    !each.querySelector('img[alt]') && each.checkVisibility()).map(each => each.outerHTML)"""


class Window:
    """One window of Chromium on a server's page."""

    def __init__(self, driver: webdriver.Chrome, url: str) -> None:
        self.driver = driver
        self.url = f"{url}/office"

    def open(self, path: str) -> None:
        self.driver.get(self.url + path)

    @property
    def text(self) -> str:
        return self.driver.find_element(By.TAG_NAME, "main").text

    def find(self, css: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def type(self, **fields: str) -> None:
        for name, value in fields.items():
            box = self.find(f"main [name='{name}']")
            box.clear()
            box.send_keys(value)

    def press(self, css: str) -> None:
        """Press a button and wait for the page that follows."""
        button = self.find(css)
        before = self.find("html").id
        button.click()
        WebDriverWait(self.driver, SECONDS).until(
            lambda driver: driver.find_element(By.TAG_NAME, "html").id != before
        )

    def fetch(self, address: str) -> bytes:
        """What this window would show there."""
        cookies = {each["name"]: each["value"] for each in self.driver.get_cookies()}
        answer = requests.get(address, cookies=cookies, timeout=20)
        assert answer.ok
        return answer.content

    def complaints(self) -> list[str]:
        """What the browser has to say against a page: refused styles, scripts, pictures."""
        return [each["message"] for each in self.driver.get_log("browser") if "favicon" not in each["message"]]


@pytest.fixture
def shop(server: ServerProcess, people: People) -> ServerProcess:
    """The server, at which Ada has an account."""
    assert people
    return server


@pytest.fixture(scope="module")
def chromium() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    for each in (*OPTIONS, *root, "--window-size=1280,800"):
        options.add_argument(each)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture(params=["en", "zh_CN"])
def window(request: pytest.FixtureRequest, chromium: webdriver.Chrome, shop: ServerProcess) -> Window:
    """A window in which Ada has logged in, in one language."""
    chromium.delete_all_cookies()
    window = Window(chromium, shop.url)
    window.open("/language/" + request.param)
    window.type(name="Ada", password=PASSWORD)
    window.press("main button.primary")
    assert {"en": "Overview", "zh_CN": "概览"}[request.param] in window.text
    assert chromium.find_element(By.TAG_NAME, "html").get_attribute("lang") == request.param.replace("_", "-")
    return window


def photo(name: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (640, 480), "#" + hashlib.sha256(name.encode()).hexdigest()[:6]).save(file, "JPEG")
    return file.getvalue()


def test_a_table_is_taken_in_a_label_is_printed_and_what_came_of_it_is_settled(
    window: Window, shop: ServerProcess, number: str, tmp_path: Path
) -> None:
    taken_in(window, number, tmp_path)
    window.open(f"/rma?number={number}")
    address = window.find("a[href*='label.pdf']").get_attribute("href")
    assert address is not None
    assert read_codes(window.fetch(address), tmp_path) == [f"DSRMA-{number}"]
    dock, data = Dock(shop), photo(number)
    sha256 = hashlib.sha256(data).hexdigest()
    photos = [{"sha256": sha256, "size": len(data), "question": "look"}]
    event = Chain(dock.station).completed(outcome(f"U{number}", number, photos=photos))
    assert dock.send([event])[0]["result"] == "created"
    assert dock.ask("PUT", f"/v1/blobs/{sha256}", data=data).status_code == 201
    window.open("/outcomes")
    window.driver.find_element(By.LINK_TEXT, f"U{number}").click()
    shown = "return document.querySelector('.photos img').naturalWidth"
    WebDriverWait(window.driver, SECONDS).until(lambda driver: driver.execute_script(shown) == 320)
    window.find("input[value='changed']").click()
    Select(window.find("#resolution")).select_by_value("exchange")
    window.type(sum="0", reason="<b>换新</b>")
    window.press("main form button.primary")
    assert "<b>换新</b>" in window.text
    made = dock.outcome(event.id)["settlement"]
    assert (made["verdict"], made["resolution"], made["by"]) == ("changed", "exchange", "Ada")
    assert window.complaints() == []


def test_what_contradicts_is_seen_from_both_sides_and_settled(
    window: Window, shop: ServerProcess, number: str
) -> None:
    first, second = Dock(shop), Dock(shop)
    first.send([Chain(first.station).completed(outcome(f"U{number}", "", "A", disposition="restock"))])
    event = Chain(second.station).completed(outcome(f"U{number}", "", "D", disposition="scrap"))
    assert second.send([event])[0]["result"] == "needs_review"
    window.open("/")
    window.find("main a[href$='/review']").click()
    window.open(f"/review/{event.id}")
    grades = [each.text for each in window.driver.find_elements(By.CSS_SELECTOR, ".sides .grade")]
    assert grades == ["D", "A"]
    window.find("input[value='put_aside']").click()
    window.type(reason="换错了")
    window.press("form.settle button.primary")
    assert window.find(".note.good").is_displayed()
    stands = [each["grade"] for each in shop.outcomes() if each["lpn"] == f"U{number}" and each["stands"]]
    assert stands == ["A"]
    assert window.complaints() == []


def taken_in(window: Window, number: str, folder: Path) -> None:
    """A file with a bad row: it is told, the good rest is taken."""
    good = f"{number},quality,refund,2026-12-20,PHONE-1,phone,1999.00\n"
    bad = f"{number}-2,quality,refund,soon,PHONE-1,phone,1\n"
    (folder / "returns.csv").write_text(f"number,type,resolution,window,sku,category,value\n{good}{bad}")
    window.open("/import")
    window.find("input[type=file]").send_keys(str(folder / "returns.csv"))
    window.press("main button.primary")
    row = [each.text for each in window.driver.find_elements(By.CSS_SELECTOR, ".faults tbody td")]
    assert row[:3] == ["3", "window", "soon"]
    window.press("button[value=take]")
    assert "1" in window.find(".note.good").text


def test_every_page_has_names_for_its_controls_and_fits_desk_and_tablet(window: Window, shop: ServerProcess) -> None:
    for width in (1280, 800):
        size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
        window.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        for path in PAGES:
            window.open(path)
            assert window.driver.execute_script(UNLABELLED) == [], path
            assert window.driver.execute_script(UNNAMED) == [], path
            assert window.driver.execute_script("return document.documentElement.scrollWidth") <= width, path
    window.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    window.find("body").send_keys(Keys.TAB)
    assert window.driver.switch_to.active_element.get_attribute("class") == "skip"
    assert window.complaints() == []
