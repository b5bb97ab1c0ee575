using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The états as tables that can leave the program.</summary>
public static class TablesDEtat
{
    private static readonly ColonneDeTable[] Sommes =
    [
        new("bulletins", "Bulletins", TypeDeColonne.Entier), new("lignes", "Lignes", TypeDeColonne.Entier),
        new("brut", "Brut", TypeDeColonne.Montant), new("retenues", "Retenues", TypeDeColonne.Montant),
        new("net", "Net", TypeDeColonne.Montant), new("net_a_payer", "Net à payer", TypeDeColonne.Montant),
        new("cotisations_patronales", "Charges patronales", TypeDeColonne.Montant), new("avantages_en_nature", "Avantages en nature", TypeDeColonne.Montant),
        new("autres", "Autres", TypeDeColonne.Montant), new("montant", "À mandater", TypeDeColonne.Montant), new("arrondi_porte", "Arrondi porté", TypeDeColonne.Montant),
    ];

    /// <summary>One row for each row of each level, its keys along all the axes above it.</summary>
    public static TableDeReponse EnTable(this EtatEmboite etat)
    {
        var axes = etat.Par;
        return new TableDeReponse(Titre(etat.Etat, $"par {string.Join(", ", axes.Select(a => a.Nom().ToLowerInvariant()))}"),
            [new("niveau", "Niveau", TypeDeColonne.Entier), .. axes.Select(Cle), new("libelle", "Libellé", TypeDeColonne.Texte), .. Sommes],
            Derouler(etat.Lignes, [])) { Totaux = [null, "Total", .. axes.Select(_ => (object?)null), .. Cellules(etat.Totaux)] };

        IEnumerable<IReadOnlyList<object?>> Derouler(IReadOnlyList<LigneLiquidee> lignes, object?[] dessus)
        {
            foreach (var ligne in lignes)
            {
                object?[] cles = [.. dessus, ligne.Cle];
                yield return [ligne.Niveau, .. cles, .. Enumerable.Repeat<object?>(null, axes.Count - cles.Length), Libelle(ligne), .. Cellules(ligne)];
                foreach (var enfant in Derouler(ligne.Enfants ?? [], cles))
                    yield return enfant;
            }
        }
    }

    public static TableDeReponse EnTable(this EtatParTrain etat)
    {
        return new TableDeReponse(Titre(etat.Etat, $"par {etat.Par.Nom().ToLowerInvariant()}, trains côte à côte"),
            [Cle(etat.Par), new("libelle", "Libellé", TypeDeColonne.Texte),
                .. etat.Trains.Select((t, i) => new ColonneDeTable($"train_{i + 1}", t is null ? "Paye principale" : $"Train {t}", TypeDeColonne.Montant)),
                new("montant", "Tous trains", TypeDeColonne.Montant)],
            etat.Lignes.Select(l => (IReadOnlyList<object?>)[l.Total.Cle, Libelle(l.Total), .. Montants(l)])) { Totaux = ["Total", null, .. Montants(etat.Totaux)] };

        static IEnumerable<object?> Montants(LigneParTrain l) => l.ParTrain.Select(t => (object?)t?.Montant).Append(l.Total.Montant);
    }

    public static TableDeReponse EnTable(this EtatRecapitulatif etat)
    {
        return new TableDeReponse(Titre(etat.Etat, "récapitulatif par imputation"),
            [new("chapitre", "Chapitre", TypeDeColonne.Texte), new("nature", "Nature", TypeDeColonne.Texte), new("libelle", "Libellé", TypeDeColonne.Texte),
                new("brut", "Brut", TypeDeColonne.Montant), new("charges", "Charges patronales", TypeDeColonne.Montant), new("total", "À mandater", TypeDeColonne.Montant),
                new("mandate", "Mandaté", TypeDeColonne.Montant), new("mandats", "Mandats", TypeDeColonne.Texte)],
            etat.Lignes.Select(l => (IReadOnlyList<object?>)[l.Chapitre, l.Nature, l.Libelle, .. Fin(l)])) { Totaux = ["Total", null, null, .. Fin(etat.Totaux)] };

        static IEnumerable<object?> Fin(LigneDImputation l) => [l.Brut, l.Charges, l.Total, l.Mandate, string.Join(", ", l.Mandats)];
    }

    /// <summary>One row a line of pay; net and net to pay stand on the first row of each bulletin, so that columns add up.</summary>
    internal static TableDeReponse Nominatif(EtatDePaye etat, LigneLiquidee totaux, IEnumerable<BulletinNominatif> bulletins) => new(
        Titre(etat, "nominatif décompté"),
        [.. Textes("matricule", "Matricule", "nom", "Nom", "prenom", "Prénom", "grade", "Grade", "echelon", "Échelon", "indice", "Indice",
                "categorie", "Catégorie", "code", "Rubrique", "libelle", "Libellé"),
            new("base", "Base", TypeDeColonne.Nombre), new("taux", "Taux", TypeDeColonne.Nombre), new("unites", "Unités", TypeDeColonne.Nombre),
            .. Sommes.Where(c => c.Cle is "brut" or "retenues" or "cotisations_patronales" or "avantages_en_nature" or "autres" or "net" or "net_a_payer")],
        bulletins.SelectMany(Rangees))
    {
        Totaux = ["Total", null, null, null, null, null, null, null, null, null, null, null, totaux.Brut, totaux.Retenues, totaux.Net, totaux.NetAPayer,
            totaux.CotisationsPatronales, totaux.AvantagesEnNature, totaux.Autres - totaux.AvantagesEnNature],
    };

    private static IEnumerable<IReadOnlyList<object?>> Rangees(BulletinNominatif b)
    {
        var lignes = b.Lignes.Count > 0 ? b.Lignes.Cast<LigneNominative?>() : [null];
        var premiere = true;
        foreach (var l in lignes)
        {
            var nature = l?.Categorie == CategorieDeLigne.AvantageNature;
            yield return [b.Matricule, b.Nom, b.Prenom, b.Grade, b.Echelon, b.Indice, l?.Categorie.Libelle(), l?.Code, l?.Libelle, l?.Base, l?.Taux, l?.Unites,
                Si(l?.EstBrut, l), Si(l?.EstRetenue, l), premiere ? b.Net : null, premiere ? b.NetAPayer : null, Si(l?.EstCharge, l), Si(nature, l),
                Si(l is { EstBrut: false, EstRetenue: false, EstCharge: false } && !nature, l)];
            premiere = false;
        }
    }

    private static object? Si(bool? vrai, LigneNominative? ligne) => vrai == true ? ligne!.Montant : null;

    private static IEnumerable<ColonneDeTable> Textes(params string[] clesEtTitres) =>
        clesEtTitres.Chunk(2).Select(c => new ColonneDeTable(c[0], c[1], TypeDeColonne.Texte));

    private static ColonneDeTable Cle(AxeDEtat axe) => new(axe.ToString().ToLowerInvariant(), axe.Nom(), TypeDeColonne.Texte);

    private static string Titre(EtatDePaye etat, string quoi) =>
        $"État liquidatif {quoi}, {etat.Employeur ?? etat.Siret}, {new MoisDePaye(etat.Annee, etat.Mois)}";

    private static string? Libelle(LigneLiquidee ligne) => ligne.Matricule is null ? ligne.Libelle : $"{ligne.Nom} {ligne.Prenom}".Trim();

    private static string? Categorie(LigneLiquidee ligne) => Enum.TryParse<CategorieDeLigne>(ligne.Categorie, out var categorie) ? categorie.Libelle() : null;

    private static IEnumerable<object?> Cellules(LigneLiquidee l) =>
        [l.Bulletins, l.Lignes, l.Brut, l.Retenues, l.Net, l.NetAPayer, l.CotisationsPatronales, l.AvantagesEnNature, l.Autres - l.AvantagesEnNature, l.Montant, l.ArrondiPorte];
}
