"""Who joined a meeting of Microsoft Teams, in the lists it has made since 2020 and in five languages."""

import polars as pl

from loaders.recognising.source import About, Source
from loaders.recognising.sources.joins import REJOINED, once_a_day

STARTED = (
    *("Meeting Start Time", "Start time"),
    *("Heure de début de la réunion", "Heure de début"),
    *("Startzeit der Besprechung", "Startzeit"),
    *("Hora de Início da Reunião", "Hora de início"),
    *("Hora de inicio de la reunión", "Hora de inicio"),
)
NAME = (
    *("Name", "Full Name", "Nom", "Nom complet", "Vollständiger Name"),
    *("Nome", "Nome Completo", "Nombre", "Nombre completo"),
)
PERSON = {
    "person": NAME,
    "email": ("Email", "E-mail", "E-Mail-Adresse", "Correo electrónico"),
    "role": ("Role", "Rôle", "Rolle", "Função", "Rol"),
    "upn": (
        *("Participant ID (UPN)", "ID du participant (UPN)", "Teilnehmer-ID (UPN)"),
        *("ID do participante (UPN)", "Id. de participante (UPN)"),
    ),
}
LEFT = r"(?i)^(left|a quitté|(hat )?verlassen|saiu|salió)"
LISTED = f"{REJOINED}; people without a time of joining"


def _listed(rows: pl.DataFrame, about: About) -> pl.DataFrame:
    """Who was invited and never joined has no time of joining."""
    return once_a_day(rows.filter(pl.col("meeting_on").is_not_null()), about.told(*STARTED))


def _events(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    """Joining only: whoever left had joined, but may have left on the next day."""
    return once_a_day(rows.filter(~pl.col("action").fill_null("").str.contains(LEFT)))


SOURCES = (
    Source(
        name="Microsoft Teams attendance report",
        kind="attendance",
        columns={
            **PERSON,
            "meeting_on": (
                *("First Join", "Première participation", "Erster Beitritt"),
                *("Primeira Entrada", "Primeiro ingresso", "Primera entrada"),
            ),
            "left": ("Last Leave", "Dernier départ", "Letztes Verlassen", "Última Saída", "Última salida"),
            "duration": (
                *("In-Meeting Duration", "Durée de la réunion", "Dauer der Besprechung"),
                *("Duração da Reunião", "Duração na reunião", "Duración de la reunión"),
            ),
        },
        needs=("person", "meeting_on", "left"),
        shape=_listed,
        leaves_out=f"{LISTED}; the sections below the participants",
        seen=True,
        one_section=True,
    ),
    Source(
        name="Microsoft Teams meeting summary",
        kind="attendance",
        columns={
            **PERSON,
            "meeting_on": (
                *("Join Time", "Heure d'arrivée", "Beitrittszeit"),
                *("Horário de Entrada", "Hora de unión"),
            ),
            "left": (
                *("Leave Time", "Heure de départ", "Verlassenszeit"),
                *("Horário de Saída", "Hora de salida"),
            ),
            "duration": ("Duration", "Durée", "Dauer", "Duração", "Duración"),
        },
        needs=("person", "meeting_on", "left"),
        shape=_listed,
        leaves_out=LISTED,
        seen=True,
        one_section=True,
    ),
    Source(
        name="Microsoft Teams live attendance list",
        kind="attendance",
        columns={
            "person": NAME,
            "action": (
                *("User Action", "Action de l'utilisateur", "Benutzeraktion"),
                *("Atividade", "Acción del usuario"),
            ),
            "meeting_on": (
                *("Timestamp", "Horodatage", "Zeitstempel", "Data e hora", "Carimbo de data/hora"),
                *("Marca de tiempo", "Fecha y hora"),
            ),
            "email": ("Email",),
        },
        needs=("person", "action", "meeting_on"),
        shape=_events,
        leaves_out=f"{REJOINED}; leaving",
        seen=True,
    ),
    Source(
        name="Microsoft Teams live event log",
        kind="attendance",
        columns={
            "person": ("FullName",),
            "action": ("Action",),
            "meeting_on": ("UtcEventTimestamp",),
            "email": ("ParticipantId",),
            "session": ("SessionId",),
            "browser": ("UserAgent",),
            "role": ("Role",),
        },
        needs=("person", "action", "meeting_on"),
        shape=_events,
        leaves_out=f"{REJOINED}; leaving",
    ),
)
