using System.Globalization;
using Xemelios.Query.Export;
using Xemelios.Store.Gestion.Journaux;

namespace Xemelios.Query.Journaux;

/// <summary>The journal, or what a demand keeps of it, as a table that can leave the program.</summary>
public static class ExportDuJournal
{
    private static readonly ColonneDeTable[] Colonnes =
    [
        new("rang", "Rang", TypeDeColonne.Entier), .. new (string, string)[]
        {
            ("le", "Le (UTC)"), ("nature", "Nature"), ("utilisateur", "Utilisateur"), ("poste", "Poste"), ("depuis", "Depuis"), ("objet", "Objet"), ("siret", "SIRET"), ("matricule", "Matricule"),
            ("cles", "Clés"), ("motif", "Motif"), ("avant", "Avant"), ("apres", "Après"),
        }.Select(c => new ColonneDeTable(c.Item1, c.Item2, TypeDeColonne.Texte)),
    ];

    /// <summary>All entries of the demand, page after page, the last one first.</summary>
    /// <param name="lire">Reads a page.</param>
    public static ReponseExportable De(DemandeDeJournal demande, Func<DemandeDeJournal, PageDuJournal> lire) =>
        new(new TableDeReponse("Journal des consultations", Colonnes, Lignes(demande, lire)), Dire(demande), [], "journal");

    private static IEnumerable<IReadOnlyList<object?>> Lignes(DemandeDeJournal demande, Func<DemandeDeJournal, PageDuJournal> lire)
    {
        // What is written meanwhile pushes the pages: what was read already is passed over.
        for (var (page, dernier) = (1, long.MaxValue); ; page++)
        {
            var lue = lire(demande with { Page = page, TaillePage = DemandeDeJournal.PlusGrandePage });
            foreach (var e in lue.Entrees.Where(e => e.Rang < dernier))
            {
                dernier = e.Rang;
                yield return
                [
                    e.Rang, e.Le.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), PhraseDActe.Nommer(e.Acte.Nature), e.Acte.Utilisateur, e.Acte.Poste, e.Acte.Depuis, e.Acte.Objet,
                    e.Acte.Siret, e.Acte.Matricule, e.Acte.Cles, e.Acte.Motif, e.Acte.Avant, e.Acte.Apres,
                ];
            }

            if (lue.Entrees.Count < lue.TaillePage)
                yield break;
        }
    }

    private static string Dire(DemandeDeJournal d)
    {
        string?[] criteres =
        [
            d.Utilisateur is { } u ? $"de l'utilisateur {u}" : null, d.Poste is { } p ? $"du poste {p}" : null, d.Siret is { } s ? $"sur l'employeur {s}" : null,
            d.Matricule is { } m ? $"sur l'agent {m}" : null, d.Nature is { } n ? $"de nature « {PhraseDActe.Nommer(n)} »" : null,
            d.Du is { } du ? $"à partir du {du:dd/MM/yyyy}" : null, d.Au is { } au ? $"jusqu'au {au:dd/MM/yyyy}" : null,
        ];
        return $"Entrées du journal {string.Join(", ", criteres.OfType<string>())}".TrimEnd() + ".";
    }
}
