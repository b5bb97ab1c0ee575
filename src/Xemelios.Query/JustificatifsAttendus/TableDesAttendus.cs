using Xemelios.Query.Export;

namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>The expected pieces as a table: one row for each event and each asked piece.</summary>
public static class TableDesAttendus
{
    private static readonly IReadOnlyList<ColonneDeTable> Colonnes =
    [
        new("evenement", "Évènement", TypeDeColonne.Texte), new("source", "Source", TypeDeColonne.Texte), new("matricule", "Matricule", TypeDeColonne.Texte),
        new("nom", "Nom", TypeDeColonne.Texte), new("prenom", "Prénom", TypeDeColonne.Texte), new("service", "Service", TypeDeColonne.Texte),
        new("detail", "Détail", TypeDeColonne.Texte), new("rubrique", "Rubrique de la liste", TypeDeColonne.Texte), new("piece", "Pièce demandée", TypeDeColonne.Texte),
        new("presence", "État", TypeDeColonne.Texte), new("pieces", "Pièces trouvées", TypeDeColonne.Texte),
    ];

    public static TableDeReponse EnTable(this AttendusDuMois attendus)
    {
        ArgumentNullException.ThrowIfNull(attendus);
        return new TableDeReponse("Justificatifs attendus", Colonnes, attendus.Evenements.SelectMany(Rangees));
    }

    private static IEnumerable<IReadOnlyList<object?>> Rangees(EvenementAttendu e)
    {
        var libelle = ListeDesJustificatifs.De(e.Evenement).Libelle;
        IReadOnlyList<object?> debut = [libelle, e.Source.ToString(), e.Matricule, e.Nom, e.Prenom, e.Service, e.Detail, e.Rubrique];
        return e.Pieces.Count == 0
            ? [[.. debut, null, null, null]]
            : e.Pieces.Select(p => (IReadOnlyList<object?>)[.. debut, p.Libelle, p.Presence.ToString(), string.Join(", ", p.Pieces.Select(x => x.Nom))]);
    }
}
