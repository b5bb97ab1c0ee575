using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;
using static Xemelios.Query.Export.TypeDeColonne;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>An état liquidatif as a table: the columns of the screen, on each axis.</summary>
public static class ExportDEtatLiquidatif
{
    public static ReponseExportable Exporter(this EtatLiquidatifQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var etat = question.Executer(connexion, perimetre);
        var mois = question.Demande.Mois;
        return new ReponseExportable(
            etat.EnTable(),
            $"État liquidatif par {etat.Par.Nom().ToLowerInvariant()} : {PhrasesDEtat.Dire(etat.Etat)}.",
            new FichiersSourcesQuestion(question.Demande).Executer(connexion, perimetre),
            PhrasesDEtat.Nom("etat-liquidatif-" + etat.Par.ToString().ToLowerInvariant(), etat.Etat.Siret, etat.Etat.Budget, mois));
    }

    public static TableDeReponse EnTable(this EtatLiquidatif etat)
    {
        var colonnes = Colonnes(etat).ToList();
        return new TableDeReponse(
            $"État liquidatif de {PhrasesDEtat.Mois(new MoisDePaye(etat.Etat.Annee, etat.Etat.Mois))}, par {etat.Par.Nom().ToLowerInvariant()}",
            [.. colonnes.Select(c => c.Colonne)],
            etat.Lignes.Select(l => (IReadOnlyList<object?>)[.. colonnes.Select(c => c.Valeur(l))]))
        {
            Totaux = [.. colonnes.Select(c => c.Colonne.Type == Texte ? null : c.Valeur(etat.Totaux))],
        };
    }

    private static IEnumerable<(ColonneDeTable Colonne, Func<LigneLiquidee, object?> Valeur)> Colonnes(EtatLiquidatif etat)
    {
        var parAgent = etat.Par == AxeDEtat.Agent;
        yield return (new("cle", etat.Par.Nom(), Texte), l => Cle(etat.Par, l));
        if (parAgent)
        {
            yield return (new("nom", "Nom", Texte), l => l.Nom);
            yield return (new("prenom", "Prénom", Texte), l => l.Prenom);
        }
        else if (etat.Par is not (AxeDEtat.Service or AxeDEtat.Categorie))
            yield return (new("libelle", "Libellé", Texte), l => l.Libelle);
        if (etat.Par == AxeDEtat.Rubrique)
            yield return (new("categorie", "Catégorie", Texte), l => Enum.TryParse<CategorieDeLigne>(l.Categorie, out var lue) ? lue.Libelle() : l.Categorie);
        yield return (new("bulletins", "Bulletins", Entier), l => l.Bulletins);
        yield return (new("lignes", "Lignes", Entier), l => l.Lignes);
        yield return (new("brut", "Brut", TypeDeColonne.Montant), l => l.Brut);
        yield return (new("retenues", "Retenues", TypeDeColonne.Montant), l => l.Retenues);
        if (parAgent)
        {
            yield return (new("net", "Net", TypeDeColonne.Montant), l => l.Net);
            yield return (new("net_a_payer", "Net à payer", TypeDeColonne.Montant), l => l.NetAPayer);
        }

        yield return (new("cotisations_patronales", "Charges patronales", TypeDeColonne.Montant), l => l.CotisationsPatronales);
        if (etat.Lignes.Any(l => l.Autres != Domain.Valeurs.Montant.Zero))
            yield return (new("autres", "Autres", TypeDeColonne.Montant), l => l.Autres);
        if (etat.Lignes.Any(l => l.AvantagesEnNature is { Centimes: not 0 }))
            yield return (new("avantages_en_nature", "dont avantages en nature", TypeDeColonne.Montant), l => l.AvantagesEnNature);
        if (etat.Lignes.Any(l => l.ArrondiPorte is { Centimes: not 0 }))
            yield return (new("arrondi_porte", "Arrondi porté", TypeDeColonne.Montant), l => l.ArrondiPorte);
        yield return (new("montant", "À mandater", TypeDeColonne.Montant), l => l.Montant);
    }

    private static string Cle(AxeDEtat axe, LigneLiquidee ligne) => axe switch
    {
        _ when string.IsNullOrEmpty(ligne.Cle) => axe switch
        {
            AxeDEtat.Rubrique => "Sans code",
            AxeDEtat.Agent => "Sans matricule",
            _ => "Sans " + axe.Nom().ToLowerInvariant(),
        },
        AxeDEtat.Categorie => ligne.Libelle ?? ligne.Cle,
        _ => ligne.Cle,
    };
}
