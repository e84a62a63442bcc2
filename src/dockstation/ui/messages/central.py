"""What can go wrong between a station and the server, and at the server."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

CENTRAL = {
    "clock.slow": QT_TRANSLATE_NOOP(
        "messages",
        "This computer's clock is {minutes} min behind the server's. Tell your administrator to set it. Go on "
        "working: the server's time counts.",
    ),
    "clock.fast": QT_TRANSLATE_NOOP(
        "messages",
        "This computer's clock is {minutes} min ahead of the server's. Tell your administrator to set it. Go on "
        "working: the server's time counts.",
    ),
    "server.not_installed": QT_TRANSLATE_NOOP(
        "messages",
        "Running the server needs the library {library}, which is missing. "
        'Install dockstation with its part "server".',
    ),
    "central.unreachable": QT_TRANSLATE_NOOP(
        "messages",
        "The RMA server cannot be reached. Go on working: everything is kept here and sent later.",
    ),
    "central.timeout": QT_TRANSLATE_NOOP(
        "messages",
        "The RMA server did not answer in time. Go on working: everything is kept here and sent again later.",
    ),
    "central.busy": QT_TRANSLATE_NOOP(
        "messages",
        "The RMA server is busy (status {status}). Go on working: everything is kept here and sent later.",
    ),
    "central.tls": QT_TRANSLATE_NOOP(
        "messages",
        "The RMA server cannot prove who it is (certificate). Go on working; tell your administrator to check"
        " certificate and clock.",
    ),
    "central.too_large": QT_TRANSLATE_NOOP(
        "messages",
        "The RMA server refused a message as too large. It is kept here; tell your administrator.",
    ),
    "central.url": QT_TRANSLATE_NOOP(
        "messages",
        "{url} is not an address of a server. Write it as https://name or https://name:port.",
    ),
    "central.insecure": QT_TRANSLATE_NOOP(
        "messages",
        "The server {host} is addressed without encryption, which is only allowed on this computer. Use https://.",
    ),
    "central.not_enrolled": QT_TRANSLATE_NOOP(
        "messages",
        "This station is not enrolled at the RMA server. Go on working; your administrator can enrol it with "
        "a one-time code.",
    ),
    "central.enrolment_code": QT_TRANSLATE_NOOP(
        "messages",
        "The one-time code was not accepted: it is wrong, used or expired. Ask your administrator for a new one.",
    ),
    "central.not_ours": QT_TRANSLATE_NOOP(
        "messages",
        "What answers at the server's address is not an RMA server. Tell your administrator to check the "
        "address in station.toml.",
    ),
    "central.auth": QT_TRANSLATE_NOOP(
        "messages",
        "The RMA server no longer accepts this station's key. Go on working; your administrator must enrol "
        "the station again.",
    ),
    "central.revoked": QT_TRANSLATE_NOOP(
        "messages",
        "This station was struck off at the RMA server. Stop here and tell your administrator.",
    ),
    "central.refused": QT_TRANSLATE_NOOP(
        "messages",
        "The RMA server refused this for good: {detail} It is kept here; your supervisor must settle it.",
    ),
    "central.upgrade": QT_TRANSLATE_NOOP(
        "messages",
        "The RMA server needs a newer version of dockstation. Go on working; tell your administrator to update.",
    ),
    "central.cursor": QT_TRANSLATE_NOOP(
        "messages",
        "The list of expected returns is fetched anew. Go on working.",
    ),
    "enrol.needed": QT_TRANSLATE_NOOP(
        "messages",
        "This station is not enrolled at an RMA server yet. Ask for a one-time code; then enrol "
        "it in its settings, or run: dockstation enrol.",
    ),
    "enrol.no_code": QT_TRANSLATE_NOOP(
        "messages",
        "This is no enrolment code. Scan the QR code that the server's page of stations shows, or type it as "
        "XXXX-XXXX-XXXX.",
    ),
    "enrol.unsent": QT_TRANSLATE_NOOP(
        "messages",
        "{count} records of this station are not sent yet and need its old name. Ask your administrator for a code "
        "for station {station}.",
    ),
    "own_server.not_started": QT_TRANSLATE_NOOP(
        "messages",
        "The server of this computer did not start. Go on working; your administrator can read why in {log}.",
    ),
    "own_server.other": QT_TRANSLATE_NOOP(
        "messages",
        "Another server runs on this computer already. Scan the code that its page of stations shows.",
    ),
    "credentials.damaged": QT_TRANSLATE_NOOP(
        "messages",
        "The station's key in {file} is damaged. Your administrator must enrol the station again.",
    ),
    "credentials.locked": QT_TRANSLATE_NOOP(
        "messages",
        "The station's key is in this computer's keyring, which does not open. Go on working; your administrator "
        "must log in as whoever enrolled the station, or enrol it again.",
    ),
    "credentials.not_saved": QT_TRANSLATE_NOOP(
        "messages",
        "The station's key could not be saved to {file} ({why}). Check the disk, then enrol again.",
    ),
    "server.data": QT_TRANSLATE_NOOP(
        "messages",
        "The server cannot use the folder {folder} ({why}). Check that it exists and may be written.",
    ),
    "server.database": QT_TRANSLATE_NOOP(
        "messages",
        "The server's database cannot be used ({why}). Check its address and that it is running.",
    ),
    "server.database_url": QT_TRANSLATE_NOOP(
        "messages",
        "The database's address is not understood. Write postgresql://USER@HOST:5432/NAME; in a password @ : / % as "
        "%40 %3A %2F %25.",
    ),
    "server.database_host": QT_TRANSLATE_NOOP(
        "messages",
        "PostgreSQL at {host} does not answer ({why}). Check host, port, network, and that it is running.",
    ),
    "server.database_user": QT_TRANSLATE_NOOP(
        "messages",
        "PostgreSQL at {host} refuses the user {user} ({why}). Check name, password and pg_hba.conf.",
    ),
    "server.database_name": QT_TRANSLATE_NOOP(
        "messages",
        "PostgreSQL at {host} has no database {name}. Create it, owned by {user}, with the encoding UTF8.",
    ),
    "server.no_s3": QT_TRANSLATE_NOOP(
        "messages",
        "Photos in S3 need the library {library}, which is missing. "
        'Install dockstation with its part "s3", or leave photos empty in server.toml.',
    ),
    "server.s3": QT_TRANSLATE_NOOP(
        "messages",
        "The bucket {bucket} for photos cannot be used ({why}). Check photos, s3_endpoint and the AWS credentials.",
    ),
    "server.newer": QT_TRANSLATE_NOOP(
        "messages",
        "The server's database was written by a newer version ({version}). Install that version or a newer one.",
    ),
    "server.port": QT_TRANSLATE_NOOP(
        "messages",
        "The server cannot listen on {host}:{port} ({why}). Choose another port, or end the program that uses it.",
    ),
}
