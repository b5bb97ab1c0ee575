using System.Globalization;
using Xemelios.Query.Export;
using Xemelios.Query.Journaux;
using Xemelios.Query.Controles;
using Xemelios.Query.Notes;
using Xemelios.Store.Gestion.Controles;
using Xemelios.Store.Gestion.Echantillons;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Query.Restitutions;

/// <summary>The XML of a bulletin as it was given.</summary>
/// <param name="Chemin">In the zip; null when it could not be read again.</param>
internal sealed record SourceRestituee(BulletinARestituer Bulletin, string? Chemin, long? Octets, string? Empreinte);

/// <summary>A piece as it was given, or why it was not.</summary>
internal sealed record PieceRestituee(PieceARestituer Piece, string? Chemin, string? Raison);

/// <summary>The lists of a restitution.</summary>
internal static class TablesDeRestitution
{
    private const string Instant = "yyyy-MM-dd HH:mm:ss";

    public static TableDeReponse Sources(IReadOnlyList<SourceRestituee> sources) => new("Sources",
        [
            Texte("chemin", "Chemin dans le zip"), new("mois", "Mois", TypeDeColonne.Mois), Texte("original", "Fichier original"), Texte("empreinte_original", "SHA-256 du fichier original"),
            new("ordre", "Rang du bulletin", TypeDeColonne.Entier), new("octet", "Octet de début", TypeDeColonne.Entier), new("octets", "Octets", TypeDeColonne.Entier),
            Texte("empreinte", "SHA-256 de l'extrait"), Texte("etat", "État"),
        ],
        sources.Select(s => (IReadOnlyList<object?>)
        [
            s.Chemin, s.Bulletin.Mois, s.Bulletin.Fichier, s.Bulletin.Adresse.Volume, s.Bulletin.Adresse.Ordre, s.Bulletin.Octet, s.Octets, s.Empreinte,
            s.Chemin is null ? "le fichier original ne se relit pas à cette place" : "présent",
        ]));

    public static TableDeReponse Pieces(IReadOnlyList<PieceRestituee> pieces) => new("Pièces",
        [
            Texte("id_unique", "Identifiant"), Texte("nom", "Nom"), Texte("support", "Support"), Texte("mois", "Mois des bulletins"), Texte("chemin", "Chemin dans le zip"),
            Texte("empreinte", "SHA-256"), Texte("etat", "État"),
        ],
        pieces.Select(p => (IReadOnlyList<object?>)
        [
            p.Piece.IdUnique, p.Piece.Nom, p.Piece.Support, string.Join(", ", p.Piece.Mois), p.Chemin, p.Piece.Empreinte, p.Raison ?? "copiée",
        ]));

    public static TableDeReponse Consultations(IEnumerable<ConsultationDite> consultations) => new("Consultations",
        [
            Texte("le", "Le (UTC)"), Texte("nature", "Nature"), Texte("profil", "Profil"), Texte("poste", "Poste"), Texte("objet", "Objet"), Texte("portee", "Portée"), Texte("motif", "Motif"),
        ],
        consultations.Select(c => (IReadOnlyList<object?>)
        [
            c.Le.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture), PhraseDActe.Nommer(c.Nature), c.Profil ?? "profil non retrouvé", c.Poste, c.Objet,
            c.Directe ? "ses données" : "une liste, une recherche ou un export qui a pu les montrer", c.Motif,
        ]));

    public static TableDeReponse Notes(IReadOnlyList<Note> notes) => new("Notes",
        [
            Texte("sorte", "Sorte"), Texte("le", "Le (UTC)"), Texte("portee", "Portée"), Texte("champ", "Champ contesté"), Texte("texte", "Ce que dit la personne"), Texte("preuve", "Preuve"),
            Texte("etat", "État"), Texte("decision_le", "Décidée le (UTC)"), Texte("decision_motif", "Motif de la décision"),
        ],
        notes.SelectMany(n => n.Decisions.Cast<DecisionDeNote?>().DefaultIfEmpty(), Ligne));

    // As for consultations, who wrote is not said: the name is a personal datum too.
    public static TableDeReponse Controles(IReadOnlyList<Ecrit> ecrits, IReadOnlyList<PointageDAgent> pointages) => new("Contrôles",
        [Texte("le", "Le (UTC)"), Texte("sorte", "Sorte"), Texte("objet", "Objet"), Texte("mois", "Mois"), Texte("decision", "Décision"), Texte("texte", "Texte")],
        [
            .. ecrits.Select(e => (IReadOnlyList<object?>)
            [
                e.Le.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture), PhraseDeControle.Nommer(e.Sorte), PhraseDeControle.Objet(e.Cible), e.Cible.Mois?.ToString(),
                e.Decision is { } decision ? PhraseDeControle.Nommer(decision) : null, e.Texte,
            ]),
            .. pointages.Select(p => (IReadOnlyList<object?>)
            [
                p.Pointage.Le.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture), "pointage d'échantillon", "bulletin", p.Mois.ToString(),
                PhraseDeControle.Nommer(p.Pointage.Decision) + (p.Pointage.Constate is { } constate ? $" : {constate} € constatés" : ""), p.Pointage.Note,
            ]),
        ]);

    public static TableDeReponse Empreintes(IReadOnlyList<FichierDeRestitution> fichiers) => new("Empreintes",
        [Texte("chemin", "Chemin"), new("octets", "Octets", TypeDeColonne.Entier), Texte("empreinte", "SHA-256")],
        fichiers.Select(f => (IReadOnlyList<object?>)[f.Chemin, f.Octets, f.Empreinte]));

    private static IReadOnlyList<object?> Ligne(Note n, DecisionDeNote? d) =>
    [
        PhraseDeNote.Nommer(n.Sorte), n.Le.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture), PhraseDeNote.Portee(n) ?? "tous ses bulletins", n.Objet, n.Texte, n.Preuve,
        PhraseDeNote.Nommer(d?.Etat ?? EtatDeNote.EnAttente), d?.Le.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture), d?.Motif,
    ];

    private static ColonneDeTable Texte(string cle, string titre) => new(cle, titre, TypeDeColonne.Texte);
}
