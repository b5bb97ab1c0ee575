using Xemelios.Query.Export;

namespace Xemelios.Query.Agents;

/// <summary>The file of an agent as a table that can leave the program.</summary>
public static class TableDuDossier
{
    public static TableDeReponse EnTable(this DossierDAgent dossier) => new($"Agent {dossier.Matricule}",
        [
            new("mois", "Mois", TypeDeColonne.Mois), new("budget", "Budget", TypeDeColonne.Texte), new("train", "Train", TypeDeColonne.Texte),
            new("brut", "Brut", TypeDeColonne.Montant), new("net", "Net", TypeDeColonne.Montant), new("net_a_payer", "Net à payer", TypeDeColonne.Montant),
            new("imposable", "Imposable", TypeDeColonne.Montant), new("indice", "Indice", TypeDeColonne.Texte), new("nbi", "NBI", TypeDeColonne.Nombre),
            new("quotite", "Quotité", TypeDeColonne.Nombre), new("grade", "Grade", TypeDeColonne.Texte), new("echelon", "Échelon", TypeDeColonne.Texte),
            new("service", "Service", TypeDeColonne.Texte), new("statut", "Statut", TypeDeColonne.Texte), new("emploi", "Emploi", TypeDeColonne.Texte),
            new("rib", "RIB", TypeDeColonne.Texte), new("evenements", "Évènements", TypeDeColonne.Texte),
        ],
        dossier.Bulletins.Select(b => (IReadOnlyList<object?>)
        [
            b.Mois, b.Budget, b.Train, b.Brut, b.Net, b.NetAPayer, b.Imposable, b.Indice, b.Nbi, b.Quotite, b.Grade, b.Echelon, b.Service, b.Statut, b.Emploi,
            b.Compte, b.Evenements.Count == 0 ? null : string.Join(" ; ", b.Evenements),
        ]));
}
